/// One command line that works: help prints it, and a test runs it.
package struct Example: Sendable, Hashable {
  /// What it shows, as a phrase without a full stop.
  package let title: String
  /// The line as typed at the prompt.
  package let line: String

  package init(_ title: String, _ line: String) {
    self.title = title
    self.line = line
  }
}
