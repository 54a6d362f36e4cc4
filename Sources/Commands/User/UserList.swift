package import ArgumentParser
package import CommandKit
package import Graph

/// Lists the people and guests of the tenant.
package struct UserList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the people of the tenant.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let permissions = Permissions(
    person: ["User.ReadBasic.All"], app: ["User.ReadBasic.All"])
  package static let columns: [Column<User>] = [
    Column("NAME", \.displayName),
    Column("UPN", \.userPrincipalName),
    Column("TITLE", \.jobTitle),
    Column("ID", as: .id, \.id),
  ]
  package static let examples = [
    Example("List everyone", "user list"),
    Example("Find people by the start of a name", "user list --search adele"),
    Example("Print titles of the first ten", "user list --limit 10 --columns name,jobTitle"),
  ]

  @Option(help: ArgumentHelp("Only names with a word that begins so.", valueName: "text"))
  var search: Word?

  package init() {}

  package func run(in session: Session) async throws -> Reply<User> {
    let pages = try await session.graph.pages(
      search.map { Self.users(named: $0.text) } ?? Self.users(), limit: session.call.limit)
    return .pages(pages, seen: { session.keep($0) }, { $0 })
  }

  static func users() -> GraphRequest<User> {
    .get("/users", ["$top": "999", "$select": Session.personFields])
  }

  static func users(named text: String) -> GraphRequest<User> {
    let plain = text.filter { $0 != "\"" && $0 != "\\" }
    return .get(
      "/users",
      ["$top": "999", "$select": Session.personFields, "$search": "\"displayName:\(plain)\""],
      headers: ["ConsistencyLevel": "eventual"])
  }
}
