/// Knows the keys of the prompt, which `help keys` shows.
package protocol KeyGuide: Sendable {
  /// The keys as they work at this moment, in the order to show them in.
  var keys: [KeyHelp] { get }
}

/// What one key, or several alike, does at the prompt.
package struct KeyHelp: Sendable, Hashable {
  /// The heading that it is shown under, as `Moving`.
  package let section: String
  /// The keys as people call them, as `Ctrl-A, Home`.
  package let keys: String
  /// What it does, as a sentence.
  package let action: String

  package init(section: String, keys: String, action: String) {
    self.section = section
    self.keys = keys
    self.action = action
  }
}
