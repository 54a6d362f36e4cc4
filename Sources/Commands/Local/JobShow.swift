package import ArgumentParser
package import CommandKit

/// Waits for one job as if it had not been sent into the background.
package struct JobShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "fg", abstract: "Bring a job into the foreground.",
    discussion: "Waits for it and shows its output. Ctrl-C ends the job.")
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.job)]
  package static let examples = [
    Example("Bring the newest job back", "team list & fg")
  ]

  @Argument(help: ArgumentHelp("The job; the newest if left out.", valueName: "job"))
  var job: Word?

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    guard let control = session.workspace.jobs,
      let number = try job.map({ word throws(CommandError) in try control.number(of: word) })
        ?? control.newest
    else { throw CommandError(.noSuchJob(job?.text ?? "1")) }
    try await withTaskCancellationHandler {
      try await control.show([number], in: session)
    } onCancel: {
      control.cancel(number)
    }
    return .silent
  }
}

extension JobControl {
  /// The running job that was started last, or else the one with the highest number.
  fileprivate var newest: Int? {
    (jobs.last { $0.exitCode == nil } ?? jobs.last)?.number
  }
}
