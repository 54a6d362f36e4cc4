import CommandKit
import Graph

extension TeamChannel {
  /// What is shown of one channel.
  static let columns: [Column<TeamChannel>] = [
    Column("Channel", \.channel.displayName),
    Column("Description", \.channel.description),
    Column("Kind", \.channel.membershipType),
    Column("Mail", \.channel.email),
    Column("Created", time: { $0.channel.createdDateTime }),
    Column("Address", \.channel.webUrl),
    Column("ID", as: .id, \.channel.id),
  ]

  static func request(_ id: String, of team: String) -> GraphRequest<Channel> {
    .get("/teams/\(team)/channels/\(id)", headers: Preference.newMembers)
  }
}
