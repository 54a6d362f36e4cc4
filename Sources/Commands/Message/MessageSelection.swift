import CommandKit
import Documents
import Foundation
import Graph

/// Reads pages of messages until no more can be wanted, and hands on those that are.
actor MessageSelection {
  /// What is known of the order in which the messages come.
  enum Arrival: Sendable {
    /// The newest by the window's time first.
    case sorted
    /// As channels sort: what something happened to last comes first.
    case byActivity
    /// As it pleases the server.
    case anyhow
  }

  private let window: MessageWindow
  private let arrival: Arrival
  private let limit: Int?
  private var left: Int?
  private var iterator: GraphPages<ChatMessage>.Iterator?

  init(
    _ pages: GraphPages<ChatMessage>, _ window: MessageWindow, arrival: Arrival, limit: Int?
  ) {
    self.window = window
    self.arrival = arrival
    self.limit = limit
    left = limit
    iterator = limit == 0 ? nil : pages.makeAsyncIterator()
  }

  /// The reply of a list.
  nonisolated var reply: Reply<ChatMessage> {
    .rows(AsyncThrowingStream { try await self.next() }, limit: limit)
  }

  /// The next rows; `nil` at the end.
  func next() async throws -> ReplyPage<ChatMessage>? {
    if window.isSorted, arrival != .sorted { return try await all() }
    guard let page = try await page() else { return nil }
    var rows = page.items.filter(window.contains).map(\.alone)
    var hasMore = page.hasMore
    if page.items.contains(where: ends) {
      iterator = nil
      hasMore = false
    }
    var nextLink = hasMore ? page.nextLink : nil
    if let left {
      let wanted = rows.prefix(left)
      if wanted.count < rows.count {
        hasMore = true
        nextLink = page.address.map { address in
          wanted.last.map { Page<ChatMessage>.link(address, after: $0.id) } ?? address
        }
      }
      rows = Array(wanted)
      self.left = left - rows.count
      if self.left == 0 { iterator = nil }
    }
    return ReplyPage(rows: rows, hasMore: hasMore, nextLink: nextLink)
  }

  /// All rows at once, since the newest may come last.
  private func all() async throws -> ReplyPage<ChatMessage>? {
    guard iterator != nil else { return nil }
    var rows: [ChatMessage] = []
    var hasMore = false
    var first: String?
    while let page = try await page() {
      first = first ?? page.address
      rows = window.sorted(rows + page.items.filter(window.contains).map(\.alone))
      var worst: Date?
      if let left, rows.count > left {
        hasMore = true
        rows = Array(rows.prefix(left))
      }
      if let left, rows.count == left { worst = rows.last.flatMap(window.order.time) }
      if arrival == .byActivity,
        page.items.contains(where: { window.endsChannel(at: $0, worst: worst) })
      {
        hasMore = hasMore || page.hasMore && rows.count == left
        break
      }
    }
    iterator = nil
    let rest = first.flatMap { address in
      rows.last.flatMap { SortedRest(address, order: window.order, after: $0) }
    }
    return ReplyPage(rows: rows, hasMore: hasMore, nextLink: hasMore ? rest?.link : nil)
  }

  private func ends(at message: ChatMessage) -> Bool {
    switch arrival {
    case .sorted: window.ends(at: message)
    case .byActivity: window.endsChannel(at: message)
    case .anyhow: false
    }
  }

  /// The iterator is gone while it is read from: a copy beside it would make it copy all it knows.
  private func page() async throws -> Page<ChatMessage>? {
    guard var current = iterator.take() else { return nil }
    let page = try await current.next()
    iterator = page == nil ? nil : current
    return page
  }
}

extension ChatMessage {
  /// The message as a list without `$expand` shows it.
  ///
  /// The replies are read only to see when something last happened to it: they are no rows of the list, and
  /// not chosen by their time.
  var alone: ChatMessage {
    ChatMessage(document: document.without { $0 == "replies" || $0.hasPrefix("replies@") })
  }
}
