import Output

/// A text with names in braces, which values take the place of.
struct PromptTemplate: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case text(String)
    case name(String)
  }

  private let parts: [Part]

  /// Reads a template; braces that enclose no name stay as they are.
  init(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      let next = rest.index(after: close)
      if !name.isEmpty, name.allSatisfy(\.isLetter) {
        parts.append(.text(String(rest[..<open])))
        parts.append(.name(String(name)))
      } else {
        parts.append(.text(String(rest[..<next])))
      }
      rest = rest[next...]
    }
    self.parts = parts + [.text(String(rest))]
  }

  /// The text with its values; a name without one stays as it was typed.
  func filled(_ values: [String: String]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .name(let name): values[name] ?? "{\(name)}"
      }
    }.joined()
  }

  /// A name cut in its middle to the columns it may take, both ends being what tells it from others.
  static func elided(_ name: String, to columns: Int) -> String {
    guard DisplayWidth.of(name) > columns else { return name }
    let room = max(columns - 1, 2)
    var head = ""
    for character in name {
      guard DisplayWidth.of(head) + DisplayWidth.of(character) <= (room + 1) / 2 else { break }
      head.append(character)
    }
    var tail: [Character] = []
    var used = 0
    for character in name.reversed() {
      used += DisplayWidth.of(character)
      guard used <= room - DisplayWidth.of(head) else { break }
      tail.append(character)
    }
    return head + "…" + String(tail.reversed())
  }
}
