import Transport

/// The links that a walk through a collection has followed, and which further ones it may.
struct LinkTrail: Sendable {
  let first: GraphCall
  let root: GraphRoot
  private var visited: Set<String>

  init(first: GraphCall, root: GraphRoot) {
    self.first = first
    self.root = root
    visited = [first.path]
  }

  /// The step that a link offers: no other host, and no page twice.
  mutating func follow(_ link: String, from answer: TransportResponse) -> PageWalk.Step {
    guard let path = root.path(ofLink: link) else {
      return .fail(first.error(.foreignLink, answer))
    }
    guard visited.insert(path).inserted else { return .fail(first.error(.repeatedLink, answer)) }
    return .ask(GraphCall(following: path, of: first))
  }

  /// The call after an answer, as far as it is certain before the answer is parsed.
  mutating func advance(past answer: TransportResponse) -> GraphCall? {
    guard let link = NextLink.find(in: answer.body),
      case .ask(let call) = follow(link, from: answer)
    else { return nil }
    return call
  }
}
