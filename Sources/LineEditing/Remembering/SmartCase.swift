/// A text to look for, in any case unless a capital letter is in it.
package struct SmartCase: Sendable {
  private let pattern: String
  private let isExact: Bool

  package init(_ pattern: String) {
    isExact = pattern.contains { $0.isUppercase }
    self.pattern = pattern
  }

  /// Whether a text holds the pattern.
  package func matches(_ text: String) -> Bool {
    pattern.isEmpty || (isExact ? text : text.lowercased()).contains(pattern)
  }

  /// Whether a text begins with the pattern.
  func begins(_ text: String) -> Bool {
    if isExact || pattern.isEmpty { return text.hasPrefix(pattern) }
    return text.hasPrefix(pattern) || text.prefix(pattern.count).lowercased() == pattern
  }
}
