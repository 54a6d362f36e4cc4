package import ArgumentParser
package import CommandKit
package import Documents
import Graph
import Records

/// Lists what is where one stands: teams, a team's channels, a conversation's newest messages, or an
/// incident's notes.
package struct LS: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "ls", abstract: "List what is where you stand.")
  package static let effect = Effect.reads
  package static let permissions = Permissions([
    .in(.nowhere, person: ["Team.ReadBasic.All"], app: ["Team.ReadBasic.All"]),
    .in(.team, person: ["Channel.ReadBasic.All"], app: ["Channel.ReadBasic.All"]),
    .in(.channel, person: ["ChannelMessage.Read.All"], app: ["ChannelMessage.Read.All"]),
    .in(.chat, person: ["Chat.Read"], app: ["Chat.Read.All"]),
  ])
  package static let columns: [Column<Entry>] = [
    Column(
      "NAME",
      text: { entry, times in
        entry.time.map { "\(times.text($0))  \(entry.name)" } ?? entry.name
      }),
    Column("ABOUT", \.about),
  ]
  package static let examples = [
    Example("List the teams", "use /; ls"),
    Example("List a team's channels", "use 'Contoso IT'; ls"),
    Example(
      "List the notes of an incident",
      "incident create 'Mail is down'; use incident $last; ls"),
  ]

  /// How many messages are shown.
  private static let newest = 20

  package init() {}

  package func run(in session: Session) async throws -> Reply<Entry> {
    let limit = session.call.limit
    if session.place.incident != nil {
      let incident = try await session.incident(nil, for: .read)
      let notes = try session.workspace.knownIncidents()?.notes(of: incident.number) ?? []
      return .list(notes.map(NoteRow.init).map(Entry.init))
    }
    let graph = try await session.graph
    switch session.place {
    case .incident: return .list([])
    case .nowhere:
      return .pages(graph.pages(.get("/teams"), limit: limit), seen: { session.keep($0) }) {
        (team: Team) in
        Entry(team, name: team.displayName, about: team.description)
      }
    case .team(let team):
      let pages = graph.pages(Session.channels(of: team.id), limit: limit)
      return .pages(pages, seen: { session.keep($0, of: team.id) }) {
        Entry(
          TeamChannel($0, of: team.id), name: $0.displayName, about: $0.membershipType)
      }
    case .channel, .chat, .person:
      guard let path = MessageRequest.path(of: session.place) else { return .list([]) }
      let newest = limit ?? Self.newest
      let pages = graph.pages(MessageRequest.newest(path, limit: newest), limit: newest)
      return .pages(pages, limit: newest) { message in
        Entry(
          message, name: message.fromName ?? "", about: MessageText.text(of: message),
          time: message.createdDateTime)
      }
    }
  }

  /// One row: whatever it is, with its name and what tells more.
  package struct Entry: Listed {
    let name: String
    let about: String?
    /// When it was sent; `nil` for what is no message.
    let time: String?
    package let document: JSON
    package let reference: String

    fileprivate init(_ row: NoteRow) {
      self.init(row, name: row.note.author, about: row.note.text, time: row.time)
    }

    init(_ row: some Listed, name: String, about: String?, time: String? = nil) {
      self.name = name
      self.about = about
      self.time = time
      document = row.document
      reference = row.reference
    }
  }
}
