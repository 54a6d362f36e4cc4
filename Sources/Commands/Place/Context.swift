package import ArgumentParser
package import CommandKit
import Documents

/// Prints where one stands.
package struct Context: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "context", abstract: "Print where you stand.", aliases: ["pwd"])
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("Place", field: "path"),
    Column("Kind", field: "kind"),
    Column("Team", field: "team"),
    Column("Channel", field: "channel"),
    Column("Chat", field: "chat"),
    Column("Incident", field: "incident"),
  ]
  package static let examples = [Example("See where you stand", "context")]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let place = session.place
    return .done(
      place.path,
      Note(
        [
          "path": .string(place.path), "kind": .string(place.kind.rawValue),
          "team": .optional(place.team?.id), "channel": .optional(place.channel?.id),
          "chat": .optional(place.chat?.id), "incident": .optional(place.incident?.id),
        ], reference: place.reference))
  }
}

extension Place {
  /// The word that leads here again.
  var reference: String {
    switch self {
    case .nowhere: "/"
    case .team(let team): team.id
    case .channel(let team, let channel): "\(team.id)/\(channel.id)"
    case .chat(let chat): chat.id
    case .person(let person): person.id
    case .incident: path
    }
  }
}
