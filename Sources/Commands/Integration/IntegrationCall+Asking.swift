import CommandKit
import Documents

extension IntegrationCall {
  /// Runs a command of teamsh, and says in the integration's words what it did not find.
  func ask(
    _ words: [Word], input: CommandInput? = nil, isTrial: Bool = false,
    orWithout person: (String) -> String = { "User \($0) was not found" }
  ) async throws -> CapturedReply {
    do {
      return try await teamsh(words, input: input, isTrial: isTrial)
    } catch let error as CommandError {
      if case .botMissing = error.code { throw fault(.botMissing) }
      guard case .notFound(let kind, let name, let nearest) = error.code else { throw error }
      switch kind {
      case .team: throw fault(.notFound("Could not find requested team.", nearest: nearest))
      case .channel, .place:
        throw fault(.notFound("Could not find channel: \(name)", nearest: nearest))
      case .chat: throw fault(.notFound("Could not find chat: \(name)", nearest: nearest))
      case .person: throw fault(.notFound(person(name), nearest: nearest))
      default: throw error
      }
    }
  }

  /// The chat that a topic, an id or a person's name stands for.
  func chat(_ name: String) async throws -> JSON {
    guard case .chat(let chat) = try await recipient(name) else { throw missingChat(name) }
    return chat
  }

  /// Who is written to by a topic, an id or a person's name; nothing is made for that.
  func recipient(_ name: String) async throws -> Recipient {
    if let chat = try await shownChat(name) { return .chat(chat) }
    switch try await find(people: [name]).first {
    case .success(let person):
      return try await shownChat(person.id).map(Recipient.chat) ?? .person(person)
    case .failure, nil: throw missingChat(name)
    }
  }

  /// Where a message goes.
  enum Recipient: Sendable {
    case chat(JSON)
    /// Somebody with whom there is no chat yet.
    case person(Named)

    /// What `--chat` takes.
    var id: String {
      switch self {
      case .chat(let chat): chat["id"]?.string ?? ""
      case .person(let person): person.id
      }
    }
  }

  /// The id of what a command has made, or in a dry run would make.
  func id(of made: CapturedReply) -> String {
    made.document["id"]?.string ?? (isDryRun ? Named.newID : "")
  }

  private func shownChat(_ name: String) async throws -> JSON? {
    do {
      return try await teamsh(["chat", "show", .value(name)]).document
    } catch let error as CommandError {
      guard case .notFound = error.code else { throw error }
      return nil
    }
  }

  private func missingChat(_ name: String) -> IntegrationFault {
    fault(.notFound("Could not find chat: \(name)"))
  }

  /// The people that can be found of some names; those that nobody has are said, and end the call where
  /// they are all.
  func people(_ names: [String]) async throws -> [Person] {
    var found: [Person] = []
    var missing: [String] = []
    for (name, result) in zip(names, try await find(people: names)) {
      switch result {
      case .success(let person): found.append(Person(name: name, id: person.id))
      case .failure: missing.append(name)
      }
    }
    guard !missing.isEmpty else { return found }
    let text = "The following members were not found: \(missing.joined(separator: ", "))"
    guard !found.isEmpty else { throw fault(.notFound(text)) }
    warn(text)
    return found
  }

  /// Whether an app does it, and no person.
  var worksAsApp: Bool {
    guard let asked = identity ?? workspace.configuration.identity else {
      return workspace.identities[.person] == nil && workspace.identities[.app] != nil
    }
    return asked == .app
  }

  /// Somebody who was found, and the name that led there.
  struct Person: Sendable {
    let name: String
    let id: String
  }

  /// A channel of a team, for what only private and shared ones can do.
  func privateChannel(_ channel: String, team: String, orElse refusal: String) async throws {
    let found = try await ask(
      ["channel", "show", .value(channel), "--team", .value(team)]
    ).document
    guard found["membershipType"]?.string ?? "standard" != "standard" else {
      throw fault(.refused(refusal))
    }
  }
}

extension Word {
  /// A word that came from an argument: a value, whatever it looks like.
  static func value(_ text: String) -> Word { Word(text, isLiteral: true) }
}

extension JSON {
  /// The object with a field under another name, in its place.
  func renaming(_ key: String, to name: String) -> JSON {
    guard let object else { return self }
    return .object(JSONObject(object.fields.map { ($0.key == key ? name : $0.key, $0.value) }))
  }
}
