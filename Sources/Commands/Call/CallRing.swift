package import ArgumentParser
package import CommandKit
import Documents
package import Graph
import Identity

/// Rings a person in Teams, as the app: nobody speaks and nothing is recorded, it only rings.
package struct CallRing: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "ring", abstract: "Ring a person in Teams.",
    discussion: """
      Only an app can ring, whoever else is signed in: sign it in with login --app. Teams must know the app \
      as a bot with calling switched on. It rings, and nothing is said.
      """)
  package static let effect = Effect.changes
  package static let permissions = Permissions.onlyApp(["Calls.Initiate.All"])
  package static let columns: [Column<OutgoingCall>] = [
    Column("State", \.state),
    Column("Direction", \.direction),
    Column("ID", as: .id, \.id),
  ]
  package static let operands = [Operand(\Self.person)]
  package static let examples = [
    Example("Ring a person", "call ring 'Adele Vance'"),
    Example("See what would be sent", "call ring @adele --dry-run"),
  ]

  @Argument(help: ArgumentHelp("Who.", valueName: "person"))
  var person: PersonReference

  package init() {}

  package func run(in session: Session) async throws -> Reply<OutgoingCall> {
    let claims = try await session.identity().claims
    guard let app = claims.appID ?? session.workspace.configuration.clientID else {
      throw CommandError(.clientIDMissing)
    }
    guard let tenant = claims.tenantID ?? session.workspace.configuration.tenant else {
      throw CommandError(.tenantMissing)
    }
    let found = try await person.resolve(in: session, for: .write)
    let shown = Named(id: found.id, name: person.word.text)
    let call = try await session.write(Self.ring(shown, app: app, tenant: tenant), to: found)
    return .done("Calling \(found.name).", call)
  }

  static func ring(_ person: Named, app: String, tenant: String) -> GraphRequest<OutgoingCall> {
    .post(
      "/communications/calls",
      [
        "@odata.type": "#microsoft.graph.call", "callbackUri": "https://callback.url",
        "direction": "outgoing",
        "source": participant(
          "participantInfo", "application",
          ["@odata.type": "#microsoft.graph.identity", "id": .string(app)]),
        "targets": [
          participant(
            "invitationParticipantInfo", "user",
            [
              "@odata.type": "#microsoft.graph.identity", "displayName": .string(person.name),
              "id": .string(person.id),
            ])
        ],
        "requestedModalities": ["audio"],
        "mediaConfig": ["@odata.type": "#microsoft.graph.serviceHostedMediaConfig"],
        "tenantId": .string(tenant),
      ])
  }

  /// One end of the call, with who it is.
  private static func participant(_ type: String, _ kind: String, _ identity: JSON) -> JSON {
    let set = JSONObject([("@odata.type", "#microsoft.graph.identitySet"), (kind, identity)])
    return ["@odata.type": .string("#microsoft.graph.\(type)"), "identity": .object(set)]
  }
}

extension OutgoingCall: Listed {
  package var reference: String { id }
}
