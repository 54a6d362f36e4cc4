/// A link to the rest of a list: to a page of it, and past the rows of that page which were seen.
///
/// Graph's next link leads to whole pages. Where a list was cut inside of one, the link leads to that page
/// again, and names the last row seen behind a `#`, which is never sent; so that no row is skipped.
struct PageLink: Sendable, Hashable {
  /// The page's address, as Graph gave it.
  let address: String
  /// The encoded id of the last row seen; `nil` where none was.
  let seen: String?

  private static let mark = "#after="

  init(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    address = parts.first.map(String.init) ?? ""
    let rest = text.dropFirst(address.count)
    seen = rest.hasPrefix(Self.mark) ? String(rest.dropFirst(Self.mark.count)) : nil
  }

  /// The link to go on with behind a row.
  static func text(_ address: String, after id: String) -> String {
    address + mark + PercentEncoding.segment(id)
  }

  /// Whether this row is the last one that was seen.
  func hasSeen(_ id: String) -> Bool { seen == PercentEncoding.segment(id) }
}
