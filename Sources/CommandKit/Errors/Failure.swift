/// An error in words: what happened, why, what to do next; and the code that the shell ends with.
///
/// The words for every error stand here and in its extensions, one for each module that can fail. An
/// error is never decided on by its text; texts from outside are only passed on.
package struct Failure: Sendable, Hashable {
  /// What happened, as a sentence.
  package var what: String
  /// Why, as a sentence; `nil` where nothing more is known.
  package var why: String?
  /// What to type or do next, as a sentence or command.
  package var next: String?
  package var exitCode: ExitCode

  package init(_ what: String, why: String? = nil, next: String? = nil, _ exitCode: ExitCode) {
    self.what = what
    self.why = why
    self.next = next
    self.exitCode = exitCode
  }

  /// All of it: the first line says what, indented lines say why and what next.
  package var text: String {
    ([what] + [why, next].compactMap { $0 }.map { "  \($0)" }).joined(separator: "\n")
  }
}
