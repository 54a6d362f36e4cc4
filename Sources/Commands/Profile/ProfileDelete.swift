package import ArgumentParser
package import CommandKit

/// Takes a profile out of `config.yaml`; the files that it names stay.
package struct ProfileDelete: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Take a profile away.",
    discussion: "Nothing in the tenant changes, and the files that the profile names stay.",
    aliases: ["rm"])
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.name)]
  package static let examples = [
    Example(
      "Take a profile away",
      "profile create old --tenant contoso.com; profile delete old")
  ]

  @Argument(help: ArgumentHelp("Its name.", valueName: "profile"))
  var name: Word

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let wasDefault = try session.profile(name.text).isDefault
    try session.editProfiles { try $0.remove(name.text) }
    let rest = wasDefault ? " No profile is the default now." : ""
    return .done("Took the profile \(name.text) away.\(rest)")
  }
}
