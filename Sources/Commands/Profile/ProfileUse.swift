package import ArgumentParser
package import CommandKit

/// Makes a profile the one that teamsh starts with.
package struct ProfileUse: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Start with this profile from now on.",
    discussion: "This session stays with its own. For one start: teamsh --profile NAME")
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.name)]
  package static let examples = [
    Example(
      "Start with another profile", "profile create work --tenant contoso.com; profile use work")
  ]

  @Argument(help: ArgumentHelp("Its name.", valueName: "profile"))
  var name: Word

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    _ = try session.profile(name.text)
    try session.editProfiles { try $0.setDefault(name.text) }
    return .done("The next start uses \(name.text).")
  }
}
