package import ArgumentParser
package import CommandKit

/// Waits for jobs, and shows what they printed.
package struct JobWait: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "wait", abstract: "Wait for jobs, and show their output.",
    discussion: """
      Fails as the first of the jobs did that failed. Ctrl-C stops the waiting and leaves the jobs at work.
      """)
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.jobs)]
  package static let examples = [
    Example("Wait for all jobs", "team list & wait"),
    Example("Wait for the job just started", "team list & wait $!"),
  ]

  @Argument(help: ArgumentHelp("The jobs; all if left out.", valueName: "job"))
  var jobs: [Word] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    guard let control = session.workspace.jobs else { return .silent }
    let numbers = try jobs.map { word throws(CommandError) in try control.number(of: word) }
    try await control.show(jobs.isEmpty ? control.jobs.map(\.number) : numbers, in: session)
    return .silent
  }
}

extension JobControl {
  /// The number of a job that a word names, as `2` or `%2`.
  func number(of word: Word) throws(CommandError) -> Int {
    let text = word.text.hasPrefix("%") ? word.text.dropFirst() : word.text[...]
    guard let number = Int(text), jobs.contains(where: { $0.number == number }) else {
      throw CommandError(.noSuchJob(word.text))
    }
    return number
  }

  /// Waits for jobs one after the other, and writes what each printed.
  ///
  /// - Throws: What the first job failed with that did; the others are shown all the same.
  func show(_ numbers: [Int], in session: Session) async throws {
    var first: (any Error)?
    for number in numbers {
      await wait(for: number)
      try Task.checkCancellation()
      let failure = try collect(
        number, output: session.call.io.output, errors: session.workspace.errors)
      if first == nil { first = failure }
    }
    if let first { throw first }
  }
}
