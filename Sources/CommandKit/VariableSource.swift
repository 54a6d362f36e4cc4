package import Documents

/// Knows the variables that nobody assigns: `me`, `team`, `channel`, `chat`, `incident`, `last`.
package protocol VariableSource: Sendable {
  /// The value of a variable at this moment; `nil` when it stands for nothing now.
  func value(of name: String) async -> SpecialVariable?

  /// The names that a script may not assign, whether or not they have a value now.
  var names: Set<String> { get }

  /// Hears the name of a variable that was assigned, which completion then offers.
  func noteAssigned(_ name: String)
}

extension VariableSource {
  package var names: Set<String> { ["me", "team", "channel", "chat", "incident", "last"] }
  package func noteAssigned(_ name: String) {}
}

/// What a variable stands for: one word, and the document behind it where there is one.
package struct SpecialVariable: Sendable, Hashable {
  /// The value of `$name`, such as an id.
  package let text: String

  /// What `${name.field}` reads its fields from.
  package let document: JSON?

  package init(text: String, document: JSON? = nil) {
    self.text = text
    self.document = document
  }
}
