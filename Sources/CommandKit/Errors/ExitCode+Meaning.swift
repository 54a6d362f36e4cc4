extension ExitCode {
  /// One code, and the words for it.
  package struct Meaning: Sendable {
    package let code: ExitCode
    /// Two or three words, for a list.
    package let name: String
    /// When a command ends so, as one sentence.
    package let sentence: String
  }

  /// Every code that this program chooses, in rising order.
  package static let meanings = [
    Meaning(code: .done, name: "done", sentence: "It was done."),
    Meaning(
      code: .failed, name: "failed", sentence: "It failed for a reason without a code of its own."),
    Meaning(
      code: .usage, name: "usage",
      sentence: "It was typed wrongly, or not clear enough; nothing was sent."),
    Meaning(code: .signIn, name: "sign in", sentence: "Somebody has to sign in first, or anew."),
    Meaning(
      code: .permission, name: "permission", sentence: "Graph or this session does not permit it."),
    Meaning(
      code: .notFound, name: "not found",
      sentence: "What was named is not there, or not to be seen."),
    Meaning(
      code: .throttled, name: "throttled",
      sentence: "Graph asked for patience more often than it was tried again."),
    Meaning(
      code: .network, name: "network", sentence: "The network failed, or an answer was lost on it."),
    Meaning(
      code: .server, name: "server",
      sentence: "A server is out of order, or its answer is unusable."),
    Meaning(
      code: .partly, name: "partly done", sentence: "Some of it failed and the rest was done."),
    Meaning(code: .hungUp, name: "hung up", sentence: "The terminal was closed."),
    Meaning(code: .interrupted, name: "interrupted", sentence: "Somebody pressed Ctrl-C."),
    Meaning(
      code: .closedOutput, name: "output closed",
      sentence: "Whoever read the program's standard output went away."),
    Meaning(code: .terminated, name: "terminated", sentence: "The shell was asked to end."),
  ]
}
