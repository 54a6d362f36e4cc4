import Foundation

/// The path of a request below the version, cut into decoded segments.
///
/// `/users('id')/joinedTeams` and `/users/id/joinedTeams` are the same path, and a function may be
/// written with its namespace.
struct RequestPath: Sendable {
  /// One segment: as sent, and as literal segments are compared.
  struct Segment: Sendable {
    let text: String
    let name: String
  }

  let segments: [Segment]
  private let keys: Set<Int>

  /// - Parameter raw: The percent-encoded path, without version and query.
  init(_ raw: Substring) {
    var segments: [Segment] = []
    var keys: Set<Int> = []
    for part in raw.split(separator: "/", omittingEmptySubsequences: true) {
      let text = Self.decoded(part)
      if text.hasSuffix("')"), let opening = text.range(of: "('") {
        segments.append(Self.literal(String(text[..<opening.lowerBound])))
        let key = String(text[opening.upperBound...].dropLast(2)).replacing("''", with: "'")
        keys.insert(segments.count)
        segments.append(Segment(text: key, name: key))
      } else {
        segments.append(Self.literal(text))
      }
    }
    self.segments = segments
    self.keys = keys
  }

  /// Whether the segment was written in key form, and so can never be a literal.
  func isKey(at index: Int) -> Bool { keys.contains(index) }

  private static func literal(_ text: String) -> Segment {
    var name = text.lowercased()
    if name.hasPrefix("microsoft.graph.") { name.removeFirst("microsoft.graph.".count) }
    if name.hasSuffix("()") { name.removeLast(2) }
    return Segment(text: text, name: name)
  }

  static func decoded(_ text: some StringProtocol) -> String {
    String(text).removingPercentEncoding ?? String(text)
  }
}
