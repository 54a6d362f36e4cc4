import ArgumentParser
import Graph
import Records

/// A place as someone names it: a path of names, `..`, `-`, `/`, a person, a chat, a link, or
/// `incident 12`.
package struct PlaceReference: WordReference {
  package let word: Word

  package init(_ word: Word) { self.word = word }

  /// Finds the place.
  package func resolve(in session: Session, for purpose: Purpose) async throws -> Place {
    switch (word.text, word.isLiteral) {
    case ("/", false): return .nowhere
    case ("..", false): return session.place.parent
    case ("-", false): return session.workspace.previousPlace ?? session.place
    default: break
    }
    if let number = Place.incidentNumber(in: word.text),
      let incident = try session.workspace.knownIncidents()?.incident(number)
    {
      return Place(incident)
    }
    switch try Target(word) {
    case .handle, .me:
      return try await ChatReference(word).resolve(in: session, for: purpose)
    case .link(let link) where link.chat != nil:
      return try await ChatReference(word).resolve(in: session, for: purpose)
    case .link(let link) where link.channel != nil:
      let (team, channel) = try await ChannelReference(word)
        .resolve(in: session, team: nil, for: purpose)
      return .channel(team: team, channel)
    case .link:
      return .team(try await TeamReference(word).resolve(in: session, for: purpose))
    case .text(let text):
      return try await session.place(
        named: text, from: session.place, for: purpose, isLiteral: word.isLiteral, chats: true)
    }
  }
}

extension Session {
  /// Reads a path in every way it can be meant, and takes the one reading that something answers to.
  ///
  /// A name is tried whole first, so that a team named `R/D` is found; then split at each slash from
  /// the right; each relative to where one stands, then absolutely.
  ///
  /// - Parameters:
  ///   - text: The path.
  ///   - place: Where one stands.
  ///   - purpose: What it is looked up for.
  ///   - isLiteral: Whether a slash in front is a part of a name.
  ///   - teams: Whether a team may be meant; not where a channel of a known one is.
  ///   - chats: Whether a chat may be.
  /// - Returns: The place.
  /// - Throws: ``CommandError`` when no reading matches, or several do.
  func place(
    named text: String, from place: Place, for purpose: Purpose, isLiteral: Bool,
    teams: Bool = true, chats: Bool = false
  ) async throws -> Place {
    var path = text
    var readings: [Reading] = []
    let isAbsolute = !isLiteral && text.hasPrefix("/")
    if isAbsolute { path.removeFirst() }
    if let team = place.team, !isAbsolute { readings.append(.channel(team, path)) }
    if teams { readings.append(.team(path)) }
    readings += PathSplit.all(path).map { .channelOf(team: $0, channel: $1) }
    // An app has no chats of its own to look through.
    if chats, !isAbsolute, try await identity().kind == .person { readings.append(.chat(path)) }

    var found: [Place] = []
    var nearest: [String] = []
    var refusal: GraphError?
    for reading in readings {
      do {
        let match = try await resolve(reading, for: purpose)
        if !found.contains(match) { found.append(match) }
      } catch let error as CommandError {
        guard case .notFound(_, _, let near) = error.code else { throw error }
        nearest += near
      } catch let error as GraphError where error.code == .forbidden {
        refusal = error
      }
    }
    guard let first = found.first else {
      if let refusal { throw refusal }
      throw CommandError(
        .notFound(.place, text, nearest: Array(Permissions.unique(nearest).prefix(3))))
    }
    guard found.count > 1 else { return first }
    let candidates = found.map {
      CommandError.Candidate(name: $0.path, detail: $0.kind.rawValue, id: $0.cacheKey ?? "")
    }
    return found[try await choose(.place, text, among: candidates)]
  }

  /// One way to read a path.
  private enum Reading {
    case team(String)
    case channel(Named, String)
    case channelOf(team: String, channel: String)
    case chat(String)
  }

  private func resolve(_ reading: Reading, for purpose: Purpose) async throws -> Place {
    switch reading {
    case .team(let name):
      return .team(try await find(name, teamLookup(), for: purpose))
    case .channel(let team, let name):
      return .channel(team: team, try await channel(name, of: team, for: purpose))
    case .channelOf(let teamName, let channelName):
      let team = try await find(teamName, teamLookup(), for: purpose)
      return .channel(team: team, try await channel(channelName, of: team, for: purpose))
    case .chat(let name):
      return .chat(try await find(name, chatLookup(), for: purpose))
    }
  }
}

/// Splits a path in two at each of its slashes.
enum PathSplit {
  /// The pairs of non-empty parts, the last slash first.
  static func all(_ path: String) -> [(String, String)] {
    path.indices.reversed().compactMap { index in
      guard path[index] == "/" else { return nil }
      let parts = (String(path[..<index]), String(path[path.index(after: index)...]))
      return parts.0.isEmpty || parts.1.isEmpty ? nil : parts
    }
  }
}
