import ArgumentParser
import Cache
import Documents
import Foundation
import Graph
import Identity

/// A person as someone names them: display name, UPN, mail, `@x`, `@me`, or id.
package struct PersonReference: WordReference {
  package let word: Word

  package init(_ word: Word) { self.word = word }

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

extension Session {
  /// The person who is signed in.
  package func me() async throws -> Named {
    let identity = try await identity()
    if identity.kind == .person, let id = identity.claims.objectID {
      return Named(id: id, name: identity.claims.name ?? identity.account)
    }
    let request: GraphRequest<User> = .get("/me")
    return FoundPerson(try await read(request)).named
  }

  /// The same, with whether it is a guest; Graph is asked only where the token leaves that open.
  package func caller() async throws -> FoundPerson {
    guard try await identity().claims.mayBeGuest else { return FoundPerson(try await me()) }
    return FoundPerson(
      try await read(.get("/me", ["$select": "id,displayName,userPrincipalName,mail,userType"])))
  }

  func personLookup(byHandle: Bool) -> Lookup<FoundPerson> {
    Lookup(
      kind: .person, needs: PersonReference.permissions.requirement(at: .nowhere),
      shelf: Lookup.Shelf(kind: .people, item: FoundPerson.init), id: \.named.id,
      names: { $0.names(byHandle: byHandle) }, detail: \.detail,
      fresh: { try await people(matching: $0, byHandle: byHandle).map(FoundPerson.init) })
  }

  private func people(matching text: String, byHandle: Bool) async throws -> [User] {
    for step in PersonSearch(text, byHandle: byHandle).steps {
      let found = try await people(step)
      if !found.isEmpty { return found }
    }
    return []
  }

  func people(_ step: PersonSearch.Step) async throws -> [User] {
    let request: GraphRequest<User> = step.request()
    if case .id = step { return try await readIfThere(request).map { [$0] } ?? [] }
    let users = try await readAll(request, limit: PersonSearch.most)
    try await learn(users)
    return users
  }

  /// Keeps people who were found: their ids are known from now on.
  func learn(_ users: [User]) async throws {
    keep(users)
    for user in users {
      let request: GraphRequest<User> = PersonSearch.Step.id(user.id).request()
      call.answers.keep([user.document], for: try await question(request))
    }
  }

  package static let personFields = "id,displayName,userPrincipalName,mail,jobTitle,userType"
}
