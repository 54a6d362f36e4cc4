package import ArgumentParser
package import CommandKit
import Documents
import Foundation
import Identity
import Records

/// Shows who the bot is, where it is known, and whether it can speak.
package struct BotShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show who the bot is, and whether it can speak.",
    discussion: """
      Gets a token for it where there is none yet. The teams are those that its endpoint was told of; name \
      and tenant come from there, too, where the profile does not say them.
      """)
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("Bot", field: "id"),
    Column("Name", field: "name"),
    Column("Type", field: "type"),
    Column("Directory", field: "directory"),
    Column("Tenant", field: "tenant"),
    Column("Connector", field: "connector"),
    Column("Proof", field: "proof"),
    Column("Token until", time: { $0.document["tokenExpiresAt"]?.string }),
    Column("Trouble", field: "trouble"),
    Column("Teams") { note in
      note.document["teams"]?.array?.compactMap { $0["displayName"]?.string }
        .joined(separator: ", ")
    },
    Column("Endpoint", field: "endpoint", as: .state),
    Column("Address", field: "address"),
  ]
  package static let examples = [Example("See who the bot is", "bot show")]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let workspace = session.workspace
    let configuration = workspace.configuration
    guard let id = configuration.botID else { throw CommandError(.botMissing(.id)) }
    var expiry: Date?
    var trouble: String?
    do {
      expiry = try await session.asBot().identity().tokens.accessToken().expiresAt
    } catch {
      trouble = Failure(error as any Error).what
    }
    let teams = (try? workspace.contacts().teams()) ?? []
    return .one(
      Note(
        [
          "id": .string(id), "name": .optional(workspace.botName),
          "type": .optional((workspace.botType ?? configuration.profile.botType)?.rawValue),
          "directory": .optional(workspace.botDirectory),
          "tenant": .optional(workspace.botTenantID),
          "connector": .optional(workspace.connectorRoot?.absoluteString),
          "proof": .optional(Self.proof(workspace)),
          "tokenExpiresAt": .optional(expiry?.formatted(.iso8601)), "trouble": .optional(trouble),
          "teams": .array(
            teams.map {
              [
                "id": .optional($0.groupID), "displayName": .string($0.name),
                "conversation": .string($0.id),
              ]
            }),
          "endpoint": .string(Self.endpoint(configuration.files)),
          "address": .optional(configuration.profile.botAddress),
        ], reference: id))
  }

  /// By what the bot proves itself, and never the secret.
  private static func proof(_ workspace: Workspace) -> String? {
    let profile = workspace.configuration.profile
    if let certificate = profile.botCertificate { return "bot-certificate \(certificate)" }
    if let file = profile.botSecretFile { return "bot-secret-file \(file)" }
    return workspace.identities[.bot] == nil ? nil : "login --bot"
  }

  private static func endpoint(_ files: FileLocations) -> String {
    guard Inbox.exists(at: files.inboxFile) else { return "never started" }
    return EndpointLock.isTaken(in: files.data) ? "running" : "stopped"
  }
}
