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
  private(set) var trail: LinkTrail
  private let limit: Int?
  private var seenIDs: Set<String> = []
  private var handedOut = 0

  init(first: GraphCall, root: GraphRoot, limit: Int?) {
    self.limit = limit
    step = limit == 0 ? .end : .ask(first)
    trail = LinkTrail(first: first, root: root)
  }

  /// Whether the next page is wanted for certain; with a limit the items have to be counted first.
  var wantsAll: Bool { limit == nil }

  /// Takes in the answer to the last call, and steps on.
  ///
  /// A link that must not be followed fails the next step, and not this page.
  mutating func read<Element>(_ answer: TransportResponse) throws(GraphError) -> Page<Element> {
    let document = try trail.first.document(of: answer)
    guard let values = document["value"]?.array else {
      throw trail.first.error(.malformedAnswer, answer)
    }
    let fresh = values.filter { isFirstSight(of: $0) }
    let wanted = fresh.prefix(limit.map { $0 - handedOut } ?? fresh.count)
    handedOut += wanted.count
    let link = document[NextLink.key]?.string
    step = handedOut == limit ? .end : link.map { trail.follow($0, from: answer) } ?? .end
    return Page(
      items: wanted.map(Element.init(document:)),
      hasMore: link != nil || wanted.count < fresh.count)
  }

  /// Items without an id cannot be told apart, and all count.
  private mutating func isFirstSight(of item: JSON) -> Bool {
    guard let id = item["id"]?.string else { return true }
    return seenIDs.insert(id).inserted
  }
}
