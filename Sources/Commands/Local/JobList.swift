package import ArgumentParser
package import CommandKit
import Documents

/// Lists what runs in the background, and what ended there and was not looked at.
package struct JobList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "jobs", abstract: "List what runs in the background.")
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("JOB", field: "job"),
    Column("STATE", field: "state"),
    Column("TIME", field: "time"),
    Column("LINE", field: "line"),
  ]
  package static let examples = [Example("List the jobs", "team list & jobs; wait")]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let jobs = session.workspace.jobs?.jobs ?? []
    return .list(
      jobs.map { job in
        Note(
          [
            "job": .int(job.number), "state": .string(job.state), "time": .string(job.time),
            "line": .string(job.text),
          ], reference: String(job.number))
      })
  }
}
