package import ArgumentParser
package import CommandKit

/// Removes all lines, from the file of all shells and from this one's memory.
package struct HistoryClear: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Forget all lines typed before.")
  package static let effect = Effect.reads
  package static let examples = [Example("Forget all lines", "history clear --yes")]

  @Flag(help: "Do not ask.")
  var yes = false

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    if !yes { try await session.confirm("Forget all lines typed before, of all shells?") }
    try session.workspace.history?.clear()
    return .done("Forgotten.")
  }
}
