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
    /// The named arguments of a function, or of a key such as `users(userPrincipalName='…')`; by
    /// their lower-case names.
    var arguments: [String: String] = [:]
  }

  let segments: [Segment]
  private let keys: Set<Int>

  /// - Parameter raw: The percent-encoded path, without version and query.
  init(_ raw: Substring) {
    var segments: [Segment] = []
    var keys: Set<Int> = []
    for part in DrivePath.parts(raw) {
      let text = part.text
      if part.isItem {
        segments.append(Segment(text: text, name: text))
      } else if text.hasSuffix("')"), let opening = Self.opening(of: text),
        !text[..<opening.lowerBound].contains("(")
      {
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

  /// This path with a name and a key in the place of its first segments.
  func replacing(first count: Int, with start: (name: String, key: String)) -> RequestPath {
    let shift = 2 - count
    return RequestPath(
      segments: [
        Segment(text: start.name, name: start.name), Segment(text: start.key, name: start.key),
      ] + segments.dropFirst(count),
      keys: Set(keys.filter { $0 >= count }.map { $0 + shift } + [1]))
  }

  private init(segments: [Segment], keys: Set<Int>) {
    self.segments = segments
    self.keys = keys
  }

  /// Whether the segment was written in key form, and so can never be a literal.
  func isKey(at index: Int) -> Bool { keys.contains(index) }

  /// Where a key begins: `('` before the one that counts, `(appId='` before another one.
  private static func opening(of text: String) -> Range<String.Index>? {
    for opening in ["('", "(appId='", "(userPrincipalName='"] {
      if let range = text.range(of: opening, options: .caseInsensitive) { return range }
    }
    return nil
  }

  private static func literal(_ text: String) -> Segment {
    guard text.hasSuffix(")"), let opening = text.firstIndex(of: "("),
      let arguments = arguments(text[text.index(after: opening)...].dropLast()), !arguments.isEmpty
    else { return Segment(text: text, name: name(of: text)) }
    return Segment(text: text, name: name(of: String(text[..<opening])), arguments: arguments)
  }

  /// Reads `userId='a',tenantId='b'`; nil where the text is something else.
  private static func arguments(_ text: Substring) -> [String: String]? {
    var arguments: [String: String] = [:]
    var rest = text
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      let name = rest[..<equals].trimmingSpaces.lowercased()
      rest = rest[rest.index(after: equals)...].drop { $0 == " " }
      guard rest.popFirst() == "'" else { return nil }
      var value = ""
      while let character = rest.popFirst() {
        if character == "'" {
          guard rest.first == "'" else { break }
          rest.removeFirst()
        }
        value.append(character)
      }
      arguments[name] = value
      rest = rest.drop { $0 == "," || $0 == " " }
    }
    return arguments
  }

  /// A literal segment without its namespace and brackets, as routes are compared.
  static func name(of text: String) -> String {
    var name = text.lowercased()
    if name.hasPrefix("microsoft.graph.") { name.removeFirst("microsoft.graph.".count) }
    if name.hasSuffix("()") { name.removeLast(2) }
    return name
  }

  static func decoded(_ text: some StringProtocol) -> String {
    String(text).removingPercentEncoding ?? String(text)
  }
}
