import HTTPTypes

extension RouteTable {
  /// Finds the route, also by another name of what it is about.
  ///
  /// - Returns: The route, and the path by which it was found.
  func match(
    _ method: HTTPRequest.Method, _ path: RequestPath, from caller: Caller
  ) throws(GraphFailure) -> (match: Match, path: RequestPath) {
    if let failure = UnofferedPaths.failure(path) { throw failure }
    var refusal: GraphFailure
    do throws(GraphFailure) {
      return (try match(method, path), path)
    } catch {
      refusal = error
    }
    var other = path
    // `/me/chats/{id}/members` is a person's chat first, and a chat then.
    while let next = try other.alias(for: caller) {
      other = next
      do throws(GraphFailure) {
        return (try match(method, other), other)
      } catch {
        refusal = error
      }
    }
    throw refusal
  }
}

extension RequestPath {
  /// The path by which the same thing is known elsewhere: a group's team among the teams, the
  /// signed-in person among the people, a person's chat among the chats.
  fileprivate func alias(for caller: Caller) throws(GraphFailure) -> RequestPath? {
    let names = segments.map(\.name)
    switch names.first {
    case "groups" where names.count > 2 && names[2] == "team" && !isKey(at: 2):
      return replacing(first: 3, with: ("teams", segments[1].text))
    case "me" where names.count > 1:
      guard let me = caller.personID else { throw .onlyDelegatedMe }
      return replacing(first: 1, with: ("users", me))
    case "users" where names.count > 3 && names[2] == "chats" && !isKey(at: 2):
      if let me = caller.personID, ![me, caller.name.lowercased()].contains(names[1]) {
        throw .forbidden("Forbidden")
      }
      return replacing(first: 4, with: ("chats", segments[3].text))
    default: return nil
    }
  }
}
