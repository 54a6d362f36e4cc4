package import ArgumentParser
package import CommandKit
package import Graph

/// Shows what the directory says of one person.
package struct UserShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one person.")
  package static let effect = Effect.reads
  package static let permissions = Permissions(
    person: ["User.ReadBasic.All"], app: ["User.ReadBasic.All"])
  package static let columns: [Column<User>] = [
    Column("Name", \.displayName),
    Column("UPN", \.userPrincipalName),
    Column("Mail", \.mail),
    Column("Title", \.jobTitle),
    Column("Office", \.officeLocation),
    Column("Mobile", \.mobilePhone),
    Column("Language", \.preferredLanguage),
    Column("ID", as: .id, \.id),
  ]
  package static let operands = [Operand(\Self.person)]
  package static let examples = [
    Example("Show a person by name", "user show 'Adele Vance'"),
    Example("Show a person by the local part of the UPN", "user show @adele"),
    Example("Show yourself", "user show @me"),
  ]

  @Argument(help: ArgumentHelp("The person; yourself if left out.", valueName: "person"))
  var person: PersonReference?

  package init() {}

  package func run(in session: Session) async throws -> Reply<User> {
    let found = try await self.person?.resolve(in: session, for: .read)
    let id = if let found { found.id } else { try await session.me().id }
    return .one(try await session.read(Self.user(id)))
  }

  static func user(_ id: String) -> GraphRequest<User> { .get("/users/\(id)") }
}
