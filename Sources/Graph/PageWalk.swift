import Documents
import Transport

/// Where a walk through a collection stands, and every rule of it; does no work of its own.
struct PageWalk: Sendable {
  /// What comes after the pages read so far.
  enum Step: Sendable {
    case ask(GraphCall)
    case fail(GraphError)
    case end
  }

  private(set) var step: Step
  private let first: GraphCall
  private let root: GraphRoot
  private let limit: Int?
  private var visited: Set<String>
  private var seenIDs: Set<String> = []
  private var handedOut = 0

  init(first: GraphCall, root: GraphRoot, limit: Int?) {
    self.first = first
    self.root = root
    self.limit = limit
    step = limit == 0 ? .end : .ask(first)
    visited = [first.path]
  }

  /// The call after this answer, as far as it is certain before the answer is parsed.
  ///
  /// With a limit nothing is certain until the items are counted.
  func glance(at answer: TransportResponse) -> GraphCall? {
    guard limit == nil, let link = NextLink.find(in: answer.body) else { return nil }
    guard case .ask(let call) = self.step(following: link, answer) else { return nil }
    return call
  }

  /// Takes in the answer to the last call, and steps on.
  ///
  /// A link that must not be followed fails the next step, and not this page.
  mutating func read<Element>(_ answer: TransportResponse) throws(GraphError) -> Page<Element> {
    let document = try first.document(of: answer)
    guard let values = document["value"]?.array else { throw first.error(.malformedAnswer, answer) }
    let fresh = values.filter { isFirstSight(of: $0) }
    let wanted = fresh.prefix(limit.map { $0 - handedOut } ?? fresh.count)
    handedOut += wanted.count
    let link = document[NextLink.key]?.string
    step = link.map { step(following: $0, answer) } ?? .end
    if case .ask(let call) = step { visited.insert(call.path) }
    if handedOut == limit { step = .end }
    return Page(
      items: wanted.map(Element.init(document:)),
      hasMore: link != nil || wanted.count < fresh.count)
  }

  private func step(following link: String, _ answer: TransportResponse) -> Step {
    guard let path = root.path(ofLink: link) else {
      return .fail(first.error(.foreignLink, answer))
    }
    guard !visited.contains(path) else {
      return .fail(first.error(.repeatedLink, answer))
    }
    return .ask(GraphCall(following: path, of: first))
  }

  /// Items without an id cannot be told apart, and all count.
  private mutating func isFirstSight(of item: JSON) -> Bool {
    guard let id = item["id"]?.string else { return true }
    return seenIDs.insert(id).inserted
  }
}
