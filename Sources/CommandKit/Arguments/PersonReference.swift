import ArgumentParser
import Cache
import Documents
import Foundation
import Graph
import Identity

/// A person as someone names them: display name, UPN, mail, `@x`, `@me`, or id.
package struct PersonReference: ExpressibleByArgument, Sendable {
  package let word: Word

  package init(_ word: Word) { self.word = word }

  package init?(argument: String) {
    guard let word = Word(argument: argument) else { return nil }
    self.word = word
  }

  /// What looking a person up needs.
  package static let permissions = Permissions(
    person: ["User.ReadBasic.All"], app: ["User.ReadBasic.All"])

  /// Finds the person.
  package func resolve(in session: Session, for purpose: Purpose) async throws -> Named {
    switch try Target(word) {
    case .me:
      return try await session.me()
    case .handle(let handle):
      return try await session.find(handle, session.personLookup(byHandle: true), for: purpose)
        .named
    case .text(let text):
      return try await session.find(text, session.personLookup(byHandle: false), for: purpose).named
    case .link:
      throw CommandError(.linkUnknown(word.text))
    }
  }
}

/// A person found, with the names they go by.
struct FoundPerson: Sendable, Hashable {
  let named: Named
  let principalName: String
  let mail: String
  let title: String

  init(_ user: User) {
    named = Named(id: user.id, name: user.displayName)
    principalName = user.userPrincipalName ?? ""
    mail = user.mail ?? ""
    title = user.jobTitle ?? ""
  }

  init(_ entry: CachedEntry) {
    named = Named(id: entry.id, name: entry.name)
    principalName = entry.detail
    mail = entry.alternates.first { $0.contains("@") && $0 != entry.detail } ?? ""
    title = entry.note
  }

  /// UPN, mail and display name; of a handle the parts before the `@`.
  func names(byHandle: Bool) -> [String] {
    guard byHandle else { return [named.name, principalName, mail] }
    return [principalName, mail].compactMap { $0.split(separator: "@").first.map(String.init) }
  }
}

extension Session {
  /// The person who is signed in.
  package func me() async throws -> Named {
    let identity = try await identity()
    if identity.kind == .person, let id = identity.claims.objectID {
      return Named(id: id, name: identity.claims.name ?? identity.account)
    }
    let request: GraphRequest<User> = .get("/me")
    return FoundPerson(try await graph.send(request).value).named
  }

  func personLookup(byHandle: Bool) -> Lookup<FoundPerson> {
    Lookup(
      kind: .person, cacheKind: .people, container: nil, id: \.named.id,
      names: { $0.names(byHandle: byHandle) },
      detail: { [$0.principalName, $0.title].filter { !$0.isEmpty }.joined(separator: "  ") },
      cached: FoundPerson.init,
      fresh: { try await people(matching: $0, byHandle: byHandle).map(FoundPerson.init) })
  }

  private func people(matching text: String, byHandle: Bool) async throws -> [User] {
    if byHandle {
      return try await people(
        filter: "startswith(userPrincipalName,\(ODataLiteral(text + "@")))"
          + " or startswith(mail,\(ODataLiteral(text + "@")))")
    }
    if UUID(uuidString: text) != nil {
      let graph = try await graph
      return try await absentIsNone { [try await graph.send(Self.person(text)).value] }
    }
    let literal = ODataLiteral(text)
    var found = try await people(
      filter: text.contains("@")
        ? "userPrincipalName eq \(literal) or mail eq \(literal)" : "displayName eq \(literal)")
    if found.isEmpty { found = try await peopleNear(text) }
    return found
  }

  /// People whose names begin like the text, for accents typed or left out, and for suggestions.
  private func peopleNear(_ text: String) async throws -> [User] {
    guard let first = text.first else { return [] }
    let spelled = try await people(search: text)
    return spelled.isEmpty
      ? try await people(filter: "startswith(displayName,\(ODataLiteral(String(first))))") : spelled
  }

  private func people(filter: String) async throws -> [User] {
    try await people(.get("/users", ["$filter": filter, "$select": Self.personFields]))
  }

  private func people(search text: String) async throws -> [User] {
    let plain = text.filter { $0 != "\"" && $0 != "\\" }
    guard !plain.isEmpty else { return [] }
    return try await people(
      .get(
        "/users", ["$search": "\"displayName:\(plain)\"", "$select": Self.personFields],
        headers: ["ConsistencyLevel": "eventual"]))
  }

  private func people(_ request: GraphRequest<User>) async throws -> [User] {
    var users: [User] = []
    for try await page in try await graph.pages(request, limit: 1000) { users += page.items }
    keep(users)
    return users
  }

  private static func person(_ id: String) -> GraphRequest<User> {
    .get("/users/\(id)", ["$select": personFields])
  }

  package static let personFields = "id,displayName,userPrincipalName,mail,jobTitle,userType"
}
