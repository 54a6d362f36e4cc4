package import ArgumentParser
package import CommandKit
package import Documents
package import Graph
import Output

/// Shows whether people are there, any number of them at once.
package struct PresenceShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show whether people are there.")
  package static let effect = Effect.reads
  package static let permissions = Permissions(
    person: ["Presence.Read.All"], app: ["Presence.Read.All"])
  package static let columns: [Column<PresentPerson>] = [
    Column("PERSON", \.name),
    Column("AVAILABILITY", \.presence.availability),
    Column("ACTIVITY", \.presence.activity),
    Column("OUT OF OFFICE", \.absence),
    Column("STATUS", as: .text, { $0.status }),
  ]
  package static let operands = [Operand(\Self.people)]
  package static let examples = [
    Example("See whether somebody is there", "presence show 'Adele Vance'"),
    Example("See it of several people", "presence show @adele @alex @lee"),
    Example(
      "See it of all members of a team", "presence show $(member list --team 'R/D')"),
  ]

  @Argument(help: ArgumentHelp("Who; yourself if left out.", valueName: "person"))
  var people: [PersonReference] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<PresentPerson> {
    let found =
      people.isEmpty
      ? [try await session.me()] : try await session.people(people, for: .read).map(\.named)
    let names = Dictionary(found.map { ($0.id, $0.name) }) { first, _ in first }
    let graph = try await session.graph
    var rows: [PresentPerson] = []
    for start in stride(from: 0, to: found.count, by: Self.mostAtOnce) {
      let ids = found[start..<min(start + Self.mostAtOnce, found.count)].map(\.id)
      let answer = try await graph.send(Self.presences(ids)).value
      rows += (answer["value"]?.array ?? []).map(Presence.init).map {
        PresentPerson(presence: $0, name: names[$0.id] ?? $0.id)
      }
    }
    // Graph answers in its own order, and leaves out whom it does not know.
    let order = Dictionary(found.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return .list(
      rows.sorted { order[$0.presence.id, default: 0] < order[$1.presence.id, default: 0] })
  }

  /// How many people Graph takes in one request.
  private static let mostAtOnce = 650

  static func presences(_ people: [String]) -> GraphRequest<JSON> {
    .post(
      "/communications/getPresencesByUserId", ["ids": .array(people.map { .string($0) })])
  }
}

/// Somebody's presence, with the name that goes with the id.
package struct PresentPerson: Listed {
  package let presence: Presence
  package let name: String

  /// What Graph sent, with the name behind it.
  package var document: JSON {
    var fields = presence.document.object ?? JSONObject([])
    fields["displayName"] = .string(name)
    return .object(fields)
  }

  package var reference: String { presence.id }

  /// The notice that somebody is away, or the bare fact.
  var absence: String? {
    guard presence.isOutOfOffice == true else { return nil }
    return presence.outOfOfficeMessage.map { HTMLText.plain($0) } ?? "yes"
  }

  /// The status message; only what is said to be HTML is read as such.
  var status: String? {
    presence.statusMessage.map { presence.statusType == "html" ? HTMLText.plain($0) : $0 }
  }
}
