/// A text that must not be seen: a token, a client secret, a device code.
///
/// Printing, dumping or logging one, alone or inside something else, shows its last four characters at most.
package struct Secret: Sendable, Hashable {
  private let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The text itself, for the one place that sends it.
  package func reveal() -> String { text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Ellipsis and last four characters, which is enough to tell two tokens apart; of short ones nothing.
  package var description: String { text.count < 20 ? "…" : "…" + text.suffix(4) }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
