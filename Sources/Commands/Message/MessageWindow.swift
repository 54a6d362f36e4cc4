import ArgumentParser
import CommandKit
import Foundation
import Graph

/// By which of its times messages are sorted, and chosen.
enum MessageOrder: String, ExpressibleByArgument, CaseIterable {
  case created, modified

  /// As Graph names it.
  var property: String {
    switch self {
    case .created: "createdDateTime"
    case .modified: "lastModifiedDateTime"
    }
  }

  /// The time as Graph wrote it.
  func text(of message: ChatMessage) -> String? {
    switch self {
    case .created: message.createdDateTime
    case .modified: message.lastModifiedDateTime
    }
  }

  func time(of message: ChatMessage) -> Date? { text(of: message).flatMap(TimeText.instant) }

  /// Tells messages of one time apart, the younger one by the larger number: an id counts milliseconds.
  static func rank(_ id: String) -> Int { Int(id) ?? 0 }
}

/// Which messages are wanted by their time, and how much of it the server does itself.
struct MessageWindow: Sendable, Hashable {
  /// The time that counts.
  let order: MessageOrder
  /// Whether the newest by that time come first; else the order is the server's.
  let isSorted: Bool
  let since: Date?
  let until: Date?
  /// What an earlier list left, where this one goes on from it.
  let rest: SortedRest?

  init(order: MessageOrder?, since: Date?, until: Date?, rest: SortedRest? = nil) {
    self.rest = rest
    self.order = rest?.order ?? order ?? .created
    isSorted = rest != nil || order != nil
    self.since = since
    self.until = until
  }

  /// Whether every message is wanted, in whatever order it comes.
  var isOpen: Bool { !isSorted && since == nil && until == nil }

  func contains(_ message: ChatMessage) -> Bool {
    if let rest, !rest.holds(message) { return false }
    guard since != nil || until != nil else { return true }
    guard let time = order.time(of: message) else { return false }
    return time >= since ?? .distantPast && time < until ?? .distantFuture
  }

  /// The options for a chat, whose messages the server sorts and chooses; by creation to the past only.
  var chatQuery: [GraphQuery] {
    guard !isOpen else { return [] }
    var query = [GraphQuery(name: "$orderby", value: "\(order.property) desc")]
    var terms: [String] = []
    if let since, order == .modified { terms.append("\(order.property) gt \(Self.text(since))") }
    if let until { terms.append("\(order.property) lt \(Self.text(until))") }
    if !terms.isEmpty {
      query.append(GraphQuery(name: "$filter", value: terms.joined(separator: " and ")))
    }
    return query
  }

  /// Whether the server leaves something to choose in a chat.
  var choosesInChat: Bool { since != nil && order == .created }

  /// The options for a channel: with the replies one sees when something last happened to a message,
  /// which is what a channel is sorted by.
  var channelQuery: [GraphQuery] {
    since != nil || isSorted ? [GraphQuery(name: "$expand", value: "replies")] : []
  }

  /// Whether no message behind this one can be wanted, where the newest by the time that counts come first.
  func ends(at message: ChatMessage) -> Bool {
    guard let since, let time = order.time(of: message) else { return false }
    return time < since
  }

  /// Whether no message of a channel behind this one can be wanted: all of them rested for longer.
  ///
  /// The worst is the time of the last of as many as are wanted, where that many are there.
  func endsChannel(at message: ChatMessage, worst: Date? = nil) -> Bool {
    guard let bound = [since, worst].compactMap({ $0 }).max(),
      let activity = Self.activity(of: message)
    else { return false }
    return activity < bound
  }

  /// When something last happened to a message: it changed, or was replied to.
  private static func activity(of message: ChatMessage) -> Date? {
    ([message.lastModifiedDateTime] + message.replies.map(\.createdDateTime))
      .compactMap { $0.flatMap(TimeText.instant) }.max()
  }

  /// The newest first, and of the same time the youngest.
  func sorted(_ messages: [ChatMessage]) -> [ChatMessage] {
    guard isSorted else { return messages }
    let timed = messages.map {
      (time: order.time(of: $0) ?? .distantPast, rank: MessageOrder.rank($0.id), message: $0)
    }
    return timed.sorted { ($0.time, $0.rank) > ($1.time, $1.rank) }.map(\.message)
  }

  /// A moment as Graph reads it in a filter.
  private static func text(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
