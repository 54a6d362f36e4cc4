package import ArgumentParser
package import CommandKit
import Documents

/// Keeps lines out of the history while it is on; Up knows them until it is off again.
package struct HistoryPrivate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "private", abstract: "Keep what is typed out of the history, or not.",
    discussion: """
      While it is on, nothing typed goes into the file, and the prompt says so. Up knows the lines \
      until it is off again or the session ends.
      """)
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [Column("PRIVATE", field: "private")]
  package static let operands = [Operand(\Self.state)]
  package static let examples = [
    Example("Keep nothing from here on", "history private on"),
    Example("Say whether lines are kept", "history private"),
  ]

  /// Whether nothing is kept.
  enum State: String, CaseIterable, ExpressibleByArgument {
    case on, off
  }

  @Argument(help: ArgumentHelp("on or off; shown if left out.", valueName: "value"))
  var state: State?

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let workspace = session.workspace
    guard let state else {
      let text = (workspace.settings.isPrivate ? State.on : State.off).rawValue
      return .one(Note(["private": .string(text)], reference: text))
    }
    try workspace.changeSettings { (settings: inout Settings) throws(CommandError) in
      settings.isPrivate = state == .on
    }
    if state == .off { workspace.history?.endPrivacy() }
    return .silent
  }
}
