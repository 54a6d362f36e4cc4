/// The names of the integration's commands, as the lexer is handed them.
///
/// Their arguments are read by rules of their own, so they must be known before a line is cut up.
package struct IntegrationNames: Sendable, Hashable {
  private let names: Set<String>
  private let longest: Int

  package init(_ names: some Sequence<String>) {
    self.names = Set(names)
    longest = self.names.map(\.utf8.count).max() ?? 0
  }

  /// None at all: every line is read by the language's own rules.
  package static let none = IntegrationNames([])

  /// Whether some bytes are one of the names.
  package func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= longest && names.contains(String(decoding: bytes, as: UTF8.self))
  }

  package func contains(_ name: String) -> Bool { names.contains(name) }
}
