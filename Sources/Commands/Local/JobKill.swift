package import ArgumentParser
package import CommandKit

/// Ends jobs, as Ctrl-C ends a command.
package struct JobKill: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "kill", abstract: "End jobs.",
    discussion: """
      A write that is on its way is not called back: the journal says what became of it, or that nobody knows.
      """)
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.jobs)]
  package static let examples = [Example("End the job just started", "team list & kill $!")]

  @Argument(help: ArgumentHelp("The jobs.", valueName: "job"))
  var jobs: [Word]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    guard let control = session.workspace.jobs else { throw CommandError(.noSuchJob(jobs[0].text)) }
    for number in try jobs.map({ word throws(CommandError) in try control.number(of: word) }) {
      control.cancel(number)
    }
    return .silent
  }
}
