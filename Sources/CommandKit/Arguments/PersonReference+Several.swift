import Cache
import Documents
import Graph

extension Session {
  /// Finds several people for a write, each once, with as few round trips as one name would take.
  ///
  /// Graph is always asked, since only Graph tells a guest from the others.
  ///
  /// - Parameters:
  ///   - references: The people as they were named.
  ///   - skipsMissing: Whether to go on without those who are not found, and say who they are.
  /// - Returns: The people in the order in which they were named; one at least.
  /// - Throws: ``CommandError`` when somebody is not found, or nobody is.
  package func people(
    _ references: [PersonReference], skippingMissing skipsMissing: Bool = false
  ) async throws -> [FoundPerson] {
    let wanted = try references.map { (text: $0.word.text, target: try Target($0.word)) }
    let users = try await users(for: wanted.map { try search(for: $0.target, $0.text) })
    var found: [FoundPerson] = []
    var missing: [(text: String, error: CommandError)] = []
    for (number, (text, target)) in wanted.enumerated() {
      do {
        let person = try await person(target, among: users[number])
        if !found.contains(where: { $0.named.id == person.named.id }) { found.append(person) }
      } catch let error as CommandError {
        guard case .notFound = error.code else { throw error }
        missing.append((text, error))
      }
    }
    guard let first = missing.first else { return found }
    if skipsMissing, !found.isEmpty {
      tell("Left out, since nobody matches: \(missing.map(\.text).joined(separator: ", ")).")
      return found
    }
    if missing.count == 1 { throw first.error }
    throw CommandError(.noneMatches(.person, missing.map(\.text)))
  }

  private func search(for target: Target, _ text: String) throws -> PersonSearch? {
    switch target {
    case .me: nil
    case .handle(let handle): PersonSearch(handle, byHandle: true)
    case .text(let text): text.isEmpty ? nil : PersonSearch(text, byHandle: false)
    case .link: throw CommandError(.linkUnknown(text))
    }
  }

  private func person(_ target: Target, among users: [User]) async throws -> FoundPerson {
    if target == .me { return FoundPerson(try await me()) }
    let isHandle = if case .handle = target { true } else { false }
    var lookup = personLookup(byHandle: isHandle)
    lookup.cacheKind = nil
    lookup.fresh = { _ in users.map(FoundPerson.init) }
    let person = try await find(target.text, lookup, for: .write)
    noteUse(of: person.named.id, .people)
    return person
  }

  /// What each search finds: those that found nobody go on together, twenty to a round trip.
  private func users(for searches: [PersonSearch?]) async throws -> [[User]] {
    var users = [[User]](repeating: [], count: searches.count)
    for round in 0..<(searches.compactMap { $0?.steps.count }.max() ?? 0) {
      let open = searches.indices.compactMap { number -> (Int, PersonSearch.Step)? in
        guard users[number].isEmpty, let steps = searches[number]?.steps else { return nil }
        return steps.indices.contains(round) ? (number, steps[round]) : nil
      }
      for (number, found) in zip(open.map(\.0), try await answers(to: open.map(\.1))) {
        users[number] = found
      }
    }
    return users
  }

  private func answers(to steps: [PersonSearch.Step]) async throws -> [[User]] {
    guard steps.count > 1 else {
      var all: [[User]] = []
      for step in steps { all.append(try await people(step)) }
      return all
    }
    let requests: [GraphRequest<JSON>] = steps.map { $0.request() }
    var all: [[User]] = []
    for (step, result) in zip(steps, try await graph.batch(requests)) {
      all.append(try await people(step, in: result))
    }
    keep(all.flatMap(\.self))
    return all
  }

  private func people(
    _ step: PersonSearch.Step, in result: Result<GraphAnswer<JSON>, any Error>
  ) async throws -> [User] {
    if case .id = step {
      return try await absentIsNone { [User(document: try result.get().value)] }
    }
    let answer = try result.get().value
    // A name that fills more than a page is rare, and read again by itself.
    guard answer["@odata.nextLink"] == nil else { return try await people(step) }
    return (answer["value"]?.array ?? []).map(User.init(document:))
  }
}
