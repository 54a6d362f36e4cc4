package import ArgumentParser
package import CommandKit

/// Removes the lines that hold a text, from the file of all shells and from this one's memory.
package struct HistoryDelete: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Forget the lines that hold a text.", aliases: ["rm"])
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.pattern)]
  package static let examples = [
    Example("Forget all lines about a team", "history delete 'Project Falcon' --yes || true")
  ]

  @Argument(
    help: ArgumentHelp("What the lines hold; case counts with a capital.", valueName: "text"))
  var pattern: Word

  @Flag(help: "Do not ask.")
  var yes = false

  package init() {}

  package func validate() throws {
    if pattern.text.isEmpty { throw ValidationError("An empty text is in every line.") }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    let record = session.workspace.history
    let count = record?.entries(HistoryQuery(pattern: pattern.text)).count ?? 0
    guard let record, count > 0 else {
      throw CommandError(.notFound(.line, pattern.text, nearest: []))
    }
    let lines = count == 1 ? "1 line" : "\(count) lines"
    if !yes {
      try await session.confirm("Forget \(lines) that hold \u{201C}\(pattern.text)\u{201D}?")
    }
    try record.delete(pattern.text)
    return .done("Forgot \(lines).")
  }
}
