package import ArgumentParser
package import CommandKit

/// Shows what a profile says; of secrets only the files that hold them.
package struct ProfileShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one profile.")
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] =
    Profile.columns + [
      Column("SCOPES", field: "scopes"), Column("FURTHER SCOPES", field: "further-scopes"),
      Column("SECRET FILE", field: "secret-file"),
      Column("CERTIFICATE", field: "certificate"), Column("GRAPH URL", field: "graph-url"),
      Column("LOGIN URL", field: "login-url"), Column("MARKER", field: "marker"),
      Column("TEAM", field: "team"),
      Column("NOTIFICATIONS CHANNEL", field: "notifications-channel"),
      Column("SEVERITY THRESHOLD", field: "severity-threshold"),
      Column("NOTIFY INCIDENTS", field: "notify-incidents"),
      Column("BOT ID", field: "bot-id"), Column("REDIRECT URI", field: "redirect-uri"),
      Column("FORM CAPTION", field: "form-caption"),
      Column("CACHE PEOPLE", field: "cache-people"), Column("PACE", field: "pace"),
    ]
  package static let operands = [Operand(\Self.name)]
  package static let examples = [
    Example(
      "See one profile", "profile create work --tenant contoso.com; profile show work")
  ]

  @Argument(help: ArgumentHelp("Its name.", valueName: "profile"))
  var name: Word

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let found = try session.profile(name.text)
    return .one(found.profile.note(named: name.text, isDefault: found.isDefault))
  }
}
