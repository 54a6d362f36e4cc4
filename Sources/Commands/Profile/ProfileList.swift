package import ArgumentParser
package import CommandKit

/// Lists the profiles of `config.yaml`.
package struct ProfileList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the profiles.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let columns = Profile.columns
  package static let examples = [Example("See all profiles", "profile list")]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let file = try session.profiles()
    return .list(
      file.profiles.sorted { $0.key < $1.key }
        .map { $0.value.note(named: $0.key, isDefault: $0.key == file.default) })
  }
}
