import Cache
import Documents
import Graph

extension Session {
  /// Finds several people, each once, with as few round trips as one name would take.
  ///
  /// For a write Graph is always asked, since only Graph tells a guest from the others.
  ///
  /// - Parameters:
  ///   - references: The people as they were named.
  ///   - purpose: What they are looked up for.
  ///   - skipsMissing: Whether to go on without those who are not found, and say who they are; `nil` for a
  ///     command that cannot.
  /// - Returns: The people in the order in which they were named; one at least.
  /// - Throws: ``CommandError`` when somebody is not found, or nobody is.
  package func people(
    _ references: [PersonReference], for purpose: Purpose,
    skippingMissing skipsMissing: Bool? = nil
  ) async throws -> [FoundPerson] {
    var found: [FoundPerson] = []
    var missing: [(text: String, error: CommandError)] = []
    for (reference, result) in zip(references, try await search(for: references, for: purpose)) {
      switch result {
      case .success(let person):
        if !found.contains(where: { $0.named.id == person.named.id }) { found.append(person) }
      case .failure(let error): missing.append((reference.word.text, error))
      }
    }
    guard let first = missing.first else { return found }
    if skipsMissing == true, !found.isEmpty {
      tell("Left out, since nobody matches: \(missing.map(\.text).joined(separator: ", ")).")
      return found
    }
    if missing.count == 1 { throw first.error }
    let nearest = missing.flatMap { missed -> [String] in
      if case .notFound(_, _, let nearest) = missed.error.code { nearest } else { [] }
    }
    throw CommandError(
      .noneMatches(
        .person, missing.map(\.text), nearest: nearest, isSkippable: skipsMissing != nil))
  }

  /// Looks several people up at once.
  ///
  /// - Returns: Each in its place, or that nobody matches.
  /// - Throws: ``CommandError`` for a name that several people bear, and whatever the requests throw.
  func search(
    for references: [PersonReference], for purpose: Purpose
  ) async throws -> [Result<FoundPerson, CommandError>] {
    let wanted = try references.map { (text: $0.word.text, target: try Target($0.word)) }
    let known = wanted.map { purpose == .read ? cached($0.target) : nil }
    let searches = try zip(wanted, known).map { person, known in
      known == nil ? try search(for: person.target, person.text) : nil
    }
    let users = try await users(for: searches)
    var results: [Result<FoundPerson, CommandError>] = []
    for (number, (_, target)) in wanted.enumerated() {
      do {
        let person =
          if let known = known[number] {
            known
          } else {
            try await self.person(target, among: users[number])
          }
        noteUse(of: person.named.id, .people)
        results.append(.success(person))
      } catch let error as CommandError {
        guard case .notFound = error.code else { throw error }
        results.append(.failure(error))
      }
    }
    return results
  }

  /// Whom the cache knows by that name.
  private func cached(_ target: Target) -> FoundPerson? {
    switch target {
    case .handle(let handle): cachedMatch(handle, personLookup(byHandle: true), for: .read)
    case .text(let text): cachedMatch(text, personLookup(byHandle: false), for: .read)
    case .me, .link: nil
    }
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
    if target == .me { return try await caller() }
    let isHandle = if case .handle = target { true } else { false }
    let lookup = personLookup(byHandle: isHandle).among(users.map(FoundPerson.init))
    return try await find(target.text, lookup, for: .write)
  }

  /// What each search finds: those that found nobody go on together, twenty to a round trip.
  private func users(for searches: [PersonSearch?]) async throws -> [[User]] {
    var users = [[User]](repeating: [], count: searches.count)
    guard searches.contains(where: { $0 != nil }) else { return users }
    return try await lookingUp(.person, PersonReference.permissions.requirement(at: .nowhere)) {
      try await ask(searches, into: &users)
      return users
    }
  }

  private func ask(_ searches: [PersonSearch?], into users: inout [[User]]) async throws {
    for round in 0..<(searches.compactMap { $0?.steps.count }.max() ?? 0) {
      let open = searches.indices.compactMap { number -> (Int, PersonSearch.Step)? in
        guard users[number].isEmpty, let steps = searches[number]?.steps else { return nil }
        return steps.indices.contains(round) ? (number, steps[round]) : nil
      }
      for (number, found) in zip(open.map(\.0), try await answers(to: open.map(\.1))) {
        users[number] = found
      }
    }
  }

  private func answers(to steps: [PersonSearch.Step]) async throws -> [[User]] {
    var all: [[User]?] = []
    for step in steps { all.append(try await known(step)) }
    let open = all.indices.filter { all[$0] == nil }
    if open.count == 1, let only = open.first {
      all[only] = try await people(steps[only])
    } else if !open.isEmpty {
      let requests: [GraphRequest<JSON>] = open.map { steps[$0].request() }
      for (number, result) in zip(open, try await graph.batch(requests)) {
        all[number] = try await people(steps[number], in: result)
      }
      try await learn(open.flatMap { all[$0] ?? [] })
    }
    return all.map { $0 ?? [] }
  }

  /// What was found for a question that was asked behind this line already.
  private func known(_ step: PersonSearch.Step) async throws -> [User]? {
    let request: GraphRequest<User> = step.request()
    let limit = if case .id = step { Int?.none } else { Int?.some(PersonSearch.most) }
    return call.answers[try await question(request, limit: limit)]?.map(User.init(document:))
  }

  private func people(
    _ step: PersonSearch.Step, in result: Result<GraphAnswer<JSON>, any Error>
  ) async throws -> [User] {
    if case .id = step {
      do {
        return [User(document: try result.get().value)]
      } catch let error as GraphError where error.code.isAbsence {
        return []
      }
    }
    let answer = try result.get().value
    // A name that fills more than a page is rare, and read again by itself.
    guard answer["@odata.nextLink"] == nil else { return try await people(step) }
    return (answer["value"]?.array ?? []).map(User.init(document:))
  }
}
