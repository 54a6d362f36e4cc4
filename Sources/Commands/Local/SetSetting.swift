package import ArgumentParser
package import CommandKit
import Documents

/// Shows the settings, or changes one for this session.
package struct SetSetting: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Show or change settings.")
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("SETTING", field: "name"),
    Column("VALUE", field: "value"),
    Column("ABOUT", field: "about", as: .text),
  ]
  package static let operands = [Operand(\Self.name), Operand(\Self.value)]
  package static let examples = [
    Example("Show all settings", "set"),
    Example("Get every reply as JSON", "set output json"),
    Example("Do without the pager", "set pager off"),
  ]

  @Argument(help: ArgumentHelp("The setting; all if left out.", valueName: "setting"))
  var name: Word?

  @Argument(help: ArgumentHelp("The new value; shown if left out.", valueName: "value"))
  var value: Word?

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let workspace = session.workspace
    if let name, let value {
      try workspace.changeSettings { (settings: inout Settings) throws(CommandError) in
        try settings.set(name.text, to: value.text)
      }
      return .silent
    }
    let settings = workspace.settings
    let keys = Settings.keys.filter { name == nil || $0.name == name?.text }
    if let name, keys.isEmpty {
      throw CommandError(.unknownSetting(name.text, known: Settings.keys.map(\.name)))
    }
    return .list(
      keys.map { key in
        Note(
          [
            "name": .string(key.name), "value": .string(key.read(settings)),
            "about": .string(key.abstract),
          ], reference: key.name)
      })
  }
}
