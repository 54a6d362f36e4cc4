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
  /// The link that the walk began with, until its first page is read.
  private var start: PageLink?

  init(first: GraphCall, root: GraphRoot, limit: Int?, from start: PageLink? = nil) {
    self.limit = limit
    self.start = start
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
    let address = self.address
    let fresh = unseen(of: values).filter { isFirstSight(of: $0) }
    let wanted = fresh.prefix(limit.map { $0 - handedOut } ?? fresh.count)
    handedOut += wanted.count
    let link = document[NextLink.key]?.string
    step = handedOut == limit ? .end : link.map { trail.follow($0, from: answer) } ?? .end
    let isCut = wanted.count < fresh.count
    let next = isCut ? resumption(at: address, after: wanted.last) : link
    return Page(
      items: wanted.map(Element.init(document:)), hasMore: link != nil || isCut,
      nextLink: next, address: address)
  }

  /// The address of the page that is read.
  private var address: String? {
    guard case .ask(let call) = step else { return nil }
    return trail.root.address(of: call.path)
  }

  /// What was not seen of the page that the walk began with; all of it where the row is gone.
  private mutating func unseen(of values: [JSON]) -> ArraySlice<JSON> {
    defer { start = nil }
    guard let start, start.seen != nil,
      let last = values.firstIndex(where: { $0["id"]?.string.map(start.hasSeen) ?? false })
    else { return values[...] }
    return values[(last + 1)...]
  }

  private func resumption(at address: String?, after item: JSON?) -> String? {
    guard let address else { return nil }
    guard let id = item?["id"]?.string else { return address }
    return PageLink.text(address, after: id)
  }

  /// Takes in the answer to the last call as ``read(_:)`` does, and only cuts it into its items.
  mutating func cut(_ answer: TransportResponse) throws(GraphError) -> [JSONSlice] {
    let document: JSONSlice
    do {
      document = try JSONSlice(checking: answer.body)
    } catch {
      throw trail.first.error(.malformedAnswer, answer)
    }
    guard let values = document["value"]?.elements else {
      throw trail.first.error(.malformedAnswer, answer)
    }
    let link = document["@odata.nextLink"]?.string
    step = link.map { trail.follow($0, from: answer) } ?? .end
    return values.filter { isFirstSight(of: $0["id"]?.string) }
  }

  private mutating func isFirstSight(of item: JSON) -> Bool { isFirstSight(of: item["id"]?.string) }

  /// Items without an id cannot be told apart, and all count.
  private mutating func isFirstSight(of id: String?) -> Bool {
    id.map { seenIDs.insert($0).inserted } ?? true
  }
}
