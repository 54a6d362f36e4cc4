import HTTPTypes
import Synchronization

/// The gate that refuses requests above the published limits.
final class Throttle: Sendable {
  private let ledger = Mutex(RateLedger())
  private let time: @Sendable () -> Duration
  private let directory: RateLimit

  /// - Parameters:
  ///   - people: How many people the tenant has, by which the directory's limit goes.
  ///   - time: What the limits are measured by.
  init(people: Int, time: @escaping @Sendable () -> Duration) {
    self.time = time
    directory = RateTable.Directory.units(people: people)
  }

  /// Counts a call, and refuses it with 429 when it is one too many.
  func admit(_ method: HTTPRequest.Method, _ path: RequestPath, _ call: Call) throws(GraphFailure) {
    let charges = charges(for: method, path, call)
    let now = time()
    guard let wait = ledger.withLock({ $0.count(charges, at: now) }) else { return }
    let seconds = max(1, Int((wait / .seconds(1)).rounded(.up)))
    throw GraphFailure(
      status: .tooManyRequests, code: "TooManyRequests",
      message: "Please retry again later.",
      headers: [.retryAfter: String(seconds)])
  }

  private func charges(
    for method: HTTPRequest.Method, _ path: RequestPath, _ call: Call
  ) -> [RateLedger.Charge] {
    typealias Charge = RateLedger.Charge
    let app = call.caller.appID
    // A batch is counted by its items.
    guard path.segments.first?.name != "$batch" else { return [] }
    if path.segments.contains(where: { ["presence", "presences"].contains($0.name) }) {
      return [Charge(key: "presence \(app)", limit: RateTable.presence)]
    }
    guard let rule = RateTable.teams.first(where: { $0.covers(method, path) }) else {
      let cost = RateTable.Directory.cost(method, path, call.query)
      let units = Charge(key: "units \(app)", limit: directory, cost: cost)
      guard method != .get else { return [units] }
      return [units, Charge(key: "writes \(app)", limit: RateTable.Directory.writes)]
    }
    var charges = [
      Charge(key: "\(rule.name) \(app)", limit: RateLimit(rule.perTenant, per: .seconds(1)))
    ]
    let team = path.value(after: "teams")
    let conversation = path.value(after: "channels") ?? path.value(after: "chats")
    if let team { charges.append(Charge(key: "team \(team) \(app)", limit: RateTable.Beside.team)) }
    if let conversation {
      charges.append(
        Charge(key: "place \(conversation) \(app)", limit: RateTable.Beside.conversation))
      if let person = call.caller.personID, method == .post,
        ["messages", "replies"].contains(path.segments.last?.name)
      {
        charges.append(
          Charge(key: "posts \(conversation) \(person)", limit: RateTable.Beside.posts))
      }
    }
    let isRemainder = RateTable.remainders.contains(rule.name)
    if let limit = rule.perPlace, let place = conversation ?? (isRemainder ? nil : team) {
      let kind = limit == .fourPerMinute ? "members" : rule.name
      charges.append(Charge(key: "\(kind) \(place) \(app)", limit: limit.limit))
    }
    if let person = call.caller.personID, path.looksAtChats(method) {
      charges.append(Charge(key: "chats \(person)", limit: RateTable.Beside.chats))
    }
    return charges
  }
}

extension RequestPath {
  /// The id that follows a name, unless a function follows it.
  fileprivate func value(after name: String) -> String? {
    let names = segments.map(\.name)
    guard let index = names.firstIndex(of: name), index + 1 < names.count else { return nil }
    let value = names[index + 1]
    return value.hasPrefix("getall") || value == "allmessages" || value == "delta" ? nil : value
  }

  /// Whether this lists chats, looks at one, or takes a person's access to one away.
  fileprivate func looksAtChats(_ method: HTTPRequest.Method) -> Bool {
    let names = segments.map(\.name)
    guard method == .get else { return names.last == "removeallaccessforuser" }
    return names.last == "chats" || names.dropLast().last == "chats"
  }
}
