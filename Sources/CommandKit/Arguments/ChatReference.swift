import ArgumentParser
import Cache
import Documents
import Foundation
package import Graph

/// A chat as someone names it: topic, id, link, or a person for the one-on-one chat with them, by `@x` or id.
package struct ChatReference: WordReference {
  package let word: Word

  package init(_ word: Word) { self.word = word }

  /// What looking a chat up needs; only a person has chats of their own.
  package static let permissions = Permissions(
    person: ["Chat.ReadBasic"], app: ["Chat.ReadBasic.All"])

  /// Finds the chat; with a person whom nobody has written to yet, the chat that will be.
  package func resolve(in session: Session, for purpose: Purpose) async throws -> Place {
    switch try Target(word) {
    case .handle, .me:
      let person = try await PersonReference(word).resolve(in: session, for: purpose)
      return try await session.chat(with: person)
    case .link(let link):
      guard let chat = link.chat else { throw CommandError(.linkUnknown(word.text)) }
      return .chat(try await session.find(chat, session.chatLookup(), for: purpose))
    case .text(Named.newID) where session.call.isDryRun:
      return .chat(Named(id: Named.newID, name: Named.newID))
    case .text(let text) where UUID(uuidString: text) != nil:
      let person = try await PersonReference(word).resolve(in: session, for: purpose)
      return try await session.chat(with: person)
    case .text(let text):
      return .chat(try await session.find(text, session.chatLookup(), for: purpose))
    }
  }
}

extension Session {
  /// The one-on-one chat with a person; its id is made of both people's ids, in either order.
  func chat(with person: Named) async throws -> Place {
    guard let chat = try await oneOnOneChat(with: person) else { return .person(person) }
    return .chat(Named(id: chat.id, name: "@\(person.name)"))
  }

  /// The one-on-one chat with a person, where there is one.
  package func oneOnOneChat(with person: Named) async throws -> Chat? {
    let me = try await me()
    return try await lookingUp(.chat, ChatReference.permissions.requirement(at: .chat)) {
      for pair in [(me.id, person.id), (person.id, me.id)] {
        let id = "19:\(pair.0)_\(pair.1)@unq.gbl.spaces"
        if let chat = try await readIfThere(Self.chat(id)) { return chat }
      }
      return nil
    }
  }

  func chatLookup() -> Lookup<Named> {
    Lookup(
      kind: .chat, needs: ChatReference.permissions.requirement(at: .chat),
      shelf: Lookup.Shelf(kind: .chats) { Named(id: $0.id, name: $0.name) },
      id: \.id, names: { [$0.name] }, detail: \.id,
      fresh: { text in
        if text.hasPrefix("19:") || text.hasPrefix("48:") {
          let chat = try await readIfThere(Self.chat(text))
          return chat.map { [Named(id: $0.id, name: title(of: $0))] } ?? []
        }
        let chats = try await readAll(Self.chats())
        keep(chats, isComplete: true)
        return chats.map { Named(id: $0.id, name: title(of: $0)) }
      })
  }

  /// One chat, with the members that name it where it has no topic.
  package static func chat(_ id: String) -> GraphRequest<Chat> {
    .get("/chats/\(id)", ["$expand": "members"])
  }

  /// All chats of the person, with the members that name those without a topic.
  package static func chats() -> GraphRequest<Chat> {
    .get("/me/chats", ["$expand": "members", "$top": "50"])
  }
}
