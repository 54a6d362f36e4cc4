import CommandKit
import Documents
import Graph

/// The adding of people to one place: to teams many in one request, elsewhere one by one.
struct MemberAddition: Sendable {
  let session: Session
  let place: Place
  let path: GraphPath
  let asOwners: Bool
  /// From when on new members of a chat see what was said; `nil` for from now.
  let history: String?

  /// The most people that Graph adds to a team at once.
  private static let mostAtOnce = 200

  /// Adds one person.
  func add(_ person: FoundPerson) async throws -> ConversationMember {
    let request: GraphRequest<ConversationMember> = .post(path, body(of: person))
    let member = try await session.write(request, to: person.named, place.named)
    // Chats answer without a document: what is known of the member is kept then.
    if !session.call.isDryRun {
      session.keep(
        [member.userID == nil ? self.member(person) : member], of: place, isComplete: false)
    }
    return member
  }

  private func body(of person: FoundPerson) -> JSON {
    MemberBody.member(person.named.id, roles: roles(of: person), history: history)
  }

  /// The roles asked for: in a chat everybody needs one.
  private func roles(of person: FoundPerson) -> [String] {
    place.kind == .chat
      ? MemberBody.chatRoles(isGuest: person.isGuest) : asOwners ? ["owner"] : []
  }

  /// Adds all of them, as far as Graph lets it.
  ///
  /// - Throws: ``CommandError`` with the names and reasons of those who were refused, once all were tried.
  func addAll(_ people: [FoundPerson]) async throws {
    var done = 0
    var refused: [String] = []
    try await session.showingProgress("people", of: people.count) { progress in
      for group in groups(of: people) {
        do {
          let reasons = try await add(group)
          done += group.count - reasons.count
          refused += reasons
        } catch {
          if done > 0 { session.tell("\(done) of \(people.count) people were added before.") }
          throw error
        }
        progress?.advance(by: group.count)
      }
    }
    guard refused.isEmpty else {
      throw CommandError(
        .partlyDone("Added \(done) of \(people.count) people to \(place.path).", refused: refused))
    }
  }

  private func groups(of people: [FoundPerson]) -> [[FoundPerson]] {
    let size = place.kind == .team ? Self.mostAtOnce : 1
    return stride(from: 0, to: people.count, by: size).map {
      Array(people[$0..<min($0 + size, people.count)])
    }
  }

  /// Adds a group, and gives the reasons of those who were refused.
  private func add(_ group: [FoundPerson]) async throws -> [String] {
    if place.kind == .team { return try await addAtOnce(group) }
    do {
      for person in group { _ = try await add(person) }
      return []
    } catch let error as GraphError where error.isAboutOne {
      return group.map { "\($0.named.name): \(error.message)" }
    }
  }

  private func addAtOnce(_ group: [FoundPerson]) async throws -> [String] {
    let values = group.map(body)
    let request: GraphRequest<JSON> = .post("\(path)/add", ["values": .array(values)])
    let answer = try await session.write(request, to: group.map(\.named) + [place.named])
    let errors: [String: JSON] = (answer["value"]?.array ?? []).reduce(into: [:]) {
      guard let id = $1["userId"]?.string, let error = $1["error"], !error.isNull else { return }
      $0[id] = error
    }
    if !session.call.isDryRun {
      let added = group.filter { errors[$0.named.id] == nil }.map(member)
      session.keep(added, of: place, isComplete: false)
    }
    return group.compactMap { person in
      errors[person.named.id].map { "\(person.named.name): \($0["message"]?.string ?? "refused")" }
    }
  }

  /// What is known of a member without asking, since the answer names ids alone.
  private func member(_ person: FoundPerson) -> ConversationMember {
    ConversationMember(
      document: [
        "displayName": .string(person.named.name), "userId": .string(person.named.id),
        "roles": .array(roles(of: person).map(JSON.string)),
      ])
  }
}

extension GraphError {
  /// Whether a refusal is about one person, so that the next one may fare better.
  var isAboutOne: Bool {
    [.badRequest, .notFound, .conflict].contains(code) && !mayHaveHappened
  }
}
