package import ArgumentParser
package import CommandKit

/// Lets the person edit an earlier line in a program of their own; what comes back waits for Enter.
package struct EditLine: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit an earlier line in $VISUAL or $EDITOR.",
    discussion: """
      It opens the last line, or the newest that holds a text. What the editor leaves is the next line \
      to go on with: it runs at Enter, and not before. A row of history can be named as %3. \
      Ctrl-X Ctrl-E does the same with a line that is being typed.
      """)
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.pattern)]
  package static let examples = [
    Example("Edit the last line", "edit"),
    Example("Edit the newest line that holds a text", "edit 'member add'"),
  ]

  @Argument(
    help: ArgumentHelp(
      "What the line holds; case counts with a capital. The last line if left out.",
      valueName: "text"))
  var pattern: Word?

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let workspace = session.workspace
    guard !workspace.isRestricted else { throw CommandError(.restricted(.program)) }
    guard session.call.io.isInteractive, let composer = workspace.composer else {
      throw CommandError(.promptNeeded(command: session.call.command))
    }
    let text = try earlierLine(in: workspace.history)
    guard await composer.compose(text) else { throw CommandError(.editorFailed) }
    return .silent
  }

  /// The line to begin with; empty where none was typed yet.
  private func earlierLine(in record: (any HistoryRecord)?) throws(CommandError) -> String {
    let lines = record?.entries(HistoryQuery(pattern: pattern?.text)).map(\.text) ?? []
    guard let pattern else { return lines.last { !Self.isEditing($0) } ?? "" }
    // A row of a list stands for its whole text, which longer lines may hold too.
    let found = lines.last { $0 == pattern.text } ?? lines.last { !Self.isEditing($0) }
    guard let found else { throw CommandError(.notFound(.line, pattern.text, nearest: [])) }
    return found
  }

  /// Whether a line is a call of this command, which nobody means by the last one.
  private static func isEditing(_ line: String) -> Bool {
    line.split(whereSeparator: \.isWhitespace).first == "edit"
  }
}
