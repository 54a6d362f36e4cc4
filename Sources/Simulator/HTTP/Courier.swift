import GRDB

/// Carries notices to their subscribers, beside the requests that caused them.
///
/// Each subscriber gets what waits for it in one body, and has three seconds to take it. After three
/// attempts, or when too much waits, notices are dropped, and the subscriber is told so where it
/// wants to hear of such things.
struct Courier: Sendable {
  /// One subscriber with what waits for it.
  private struct Bag: Sendable {
    let subscription: Subscription
    let notices: [Notice]
  }

  /// How one round went: how many subscribers it got through to, and how many not.
  struct Round: Equatable {
    var delivered = 0
    var failed = 0
  }

  private static let mostWaiting = 1000
  private static let mostCarried = 100
  private static let mostAttempts = 3
  private static let patience = Duration.seconds(3)
  private static let pause = Duration.seconds(1)

  let tenant: Tenant

  /// Works until the task is cancelled.
  func run() async {
    await deliverAll()
    for await _ in tenant.noticeSignals { await deliverAll() }
  }

  private func deliverAll() async {
    while !Task.isCancelled {
      let round = await deliver()
      if round.failed > 0 {
        try? await Task.sleep(for: Self.pause)
      } else if round.delivered == 0 {
        return
      }
    }
  }

  /// Goes once to everybody for whom something waits.
  func deliver() async -> Round {
    guard let bags = try? await waiting() else { return Round() }
    return await withTaskGroup(of: Bool.self) { group in
      for bag in bags { group.addTask { await deliver(bag) } }
      return await group.reduce(into: Round()) { round, isDone in
        if isDone { round.delivered += 1 } else { round.failed += 1 }
      }
    }
  }

  private func waiting() async throws -> [Bag] {
    try await tenant.read { db in
      // As many at a time as there may be connections to them.
      let ids = try String.fetchAll(
        db, sql: "SELECT DISTINCT subscription FROM notices ORDER BY attempts LIMIT 16")
      return try ids.compactMap { id in
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM subscriptions WHERE id = ?", arguments: [id])
        let notices = try Row.fetchAll(
          db, sql: "SELECT * FROM notices WHERE subscription = ? ORDER BY seq LIMIT ?",
          arguments: [id, Self.mostCarried]
        ).map(Notice.init)
        return row.map { Bag(subscription: Subscription($0), notices: notices) }
      }
    }
  }

  private func deliver(_ bag: Bag) async -> Bool {
    let tenantID = tenant.profile.id
    let values = bag.notices.map { $0.document(bag.subscription, tenantID: tenantID) }
    let isTaken = await send(values, to: bag.subscription.notificationURL)
    let isLost = !isTaken && bag.notices.contains { $0.attempts + 1 >= Self.mostAttempts }
    let dropped = try? await tenant.database.write { db in
      if isTaken || isLost {
        try db.execute(
          sql: "DELETE FROM notices WHERE subscription = ? AND seq <= ?",
          arguments: [bag.subscription.id, bag.notices.last?.number])
      } else {
        try db.execute(
          sql: "UPDATE notices SET attempts = attempts + 1 WHERE subscription = ? AND seq <= ?",
          arguments: [bag.subscription.id, bag.notices.last?.number])
      }
      try db.execute(
        sql: """
          DELETE FROM notices WHERE subscription = ? AND seq <= (
            SELECT seq FROM notices WHERE subscription = ? ORDER BY seq DESC LIMIT 1 OFFSET ?)
          """,
        arguments: [bag.subscription.id, bag.subscription.id, Self.mostWaiting])
      return db.changesCount
    }
    if isLost || (dropped ?? 0) > 0, let address = bag.subscription.lifecycleURL {
      _ = await send([bag.subscription.missed(tenantID: tenantID)], to: address)
    }
    return isTaken || isLost
  }

  private func send(_ values: [Document], to address: String) async -> Bool {
    guard let webhook = Webhook(address) else { return false }
    let body: Document = ["value": .array(values), "validationTokens": nil]
    let reply = try? await webhook.post(
      body.bytes, type: "application/json; charset=utf-8", within: Self.patience)
    return reply.map { (200..<300).contains($0.status) } ?? false
  }
}
