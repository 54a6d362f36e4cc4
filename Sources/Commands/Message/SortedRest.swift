import CommandKit
import Foundation
import Graph

/// What is left of a list that was sorted here, behind the last row that was shown.
///
/// Graph sorts such a list otherwise, and no page of it begins with the next row: a link to the rest leads
/// to the first page again, and names order and row behind a `#`, which is never sent.
struct SortedRest: Sendable, Hashable {
  /// The first page's address.
  let address: String
  let order: MessageOrder
  private let time: String
  private let id: String

  private static let mark = "#order="

  init?(_ address: String, order: MessageOrder, after message: ChatMessage) {
    guard let time = order.text(of: message) else { return nil }
    self.address = address
    self.order = order
    self.time = time
    id = message.id
  }

  /// Reads a link that ``link`` wrote; any other is none.
  init?(_ link: String) {
    guard let start = link.range(of: Self.mark) else { return nil }
    let parts = link[start.upperBound...].split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 3, let order = MessageOrder(rawValue: String(parts[0])),
      TimeText.date(String(parts[1])) != nil, !parts[2].isEmpty
    else { return nil }
    address = String(link[..<start.lowerBound])
    self.order = order
    time = String(parts[1])
    id = String(parts[2])
  }

  var link: String { "\(address)\(Self.mark)\(order.rawValue),\(time),\(id)" }

  /// How the pages come that the link leads to.
  var arrival: MessageSelection.Arrival { address.contains("/replies") ? .anyhow : .byActivity }

  /// Whether a message stands behind the last one shown.
  func holds(_ message: ChatMessage) -> Bool {
    guard let own = order.time(of: message), let last = TimeText.instant(time) else { return false }
    return (own, MessageOrder.rank(message.id)) < (last, MessageOrder.rank(id))
  }
}
