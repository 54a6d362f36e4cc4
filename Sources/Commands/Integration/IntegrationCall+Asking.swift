import CommandKit
import Documents

extension IntegrationCall {
  /// Runs a command of teamsh, and says in the integration's words what it did not find.
  func ask(
    _ words: [Word], orWithout person: (String) -> String = { "User \($0) was not found" }
  ) async throws -> CapturedReply {
    do {
      return try await teamsh(words)
    } catch let error as CommandError {
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

  /// The chat that a topic, an id or a person's name stands for; one with a person is made only where that
  /// is asked for.
  func chat(_ name: String, creates: Bool) async throws -> JSON {
    do {
      return try await teamsh(["chat", "show", .value(name)]).document
    } catch let error as CommandError {
      guard case .notFound(.chat, _, _) = error.code else { throw error }
    }
    let missing = "Could not find chat: \(name)"
    let person = try await ask(["user", "show", .value(name)], orWithout: { _ in missing }).document
    let id = person["id"]?.string ?? ""
    if creates {
      return try await teamsh(["chat", "create", .value(id), "--one-on-one"]).document
    }
    let handle = person["userPrincipalName"]?.string?.split(separator: "@").first ?? ""
    do {
      return try await teamsh(["chat", "show", Word("@\(handle)")]).document
    } catch let error as CommandError {
      guard case .notFound = error.code else { throw error }
      throw fault(.notFound(missing))
    }
  }

  /// The people that can be found of some names, and the names that nobody has, which are said.
  func people(_ names: [String]) async throws -> (found: [Person], missing: [String]) {
    var found: [Person] = []
    var missing: [String] = []
    for name in names {
      do {
        let user = try await teamsh(["user", "show", .value(name)]).document
        found.append(Person(name: name, id: user["id"]?.string ?? ""))
      } catch let error as CommandError {
        guard case .notFound(.person, _, _) = error.code else { throw error }
        missing.append(name)
      }
    }
    if !missing.isEmpty {
      warn("The following members were not found: \(missing.joined(separator: ", "))")
    }
    return (found, missing)
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
  /// The object without some of its fields.
  func without(_ keys: String...) -> JSON {
    guard var object else { return self }
    for key in keys { object[key] = nil }
    return .object(object)
  }

  /// The object with a field under another name, in its place.
  func renaming(_ key: String, to name: String) -> JSON {
    guard let object else { return self }
    return .object(JSONObject(object.fields.map { ($0.key == key ? name : $0.key, $0.value) }))
  }
}
