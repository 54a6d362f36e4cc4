import GRDB
import HTTPTypes
import Synchronization

/// Carries activities to the bot's endpoint, beside the requests that caused them.
///
/// What is of one place arrives in order: an activity that the bot does not take holds back those
/// behind it, and is sent again under the same id, until it is dropped.
struct BotCourier: Sendable {
  /// How one round went: how many activities arrived or were dropped, and how many places wait.
  struct Round: Equatable {
    var done = 0
    var waiting = 0
  }

  /// What became of one activity.
  private enum Fate {
    case done, again
  }

  private static let mostAttempts = 5
  private static let mostPlaces = 16
  private static let mostInARow = 50
  /// Teams gives a bot fifteen seconds for an answer.
  private static let patience = Duration.seconds(15)
  private static let pause = Duration.seconds(1)

  let tenant: Tenant
  let serviceURL: String
  /// How long the bot may take for an answer.
  var patience = Self.patience

  /// The places of which something is on its way.
  private final class Busy: Sendable {
    private let places = Mutex<Set<String>>([])

    var all: Set<String> { places.withLock { $0 } }
    func begin(_ place: String) { places.withLock { _ = $0.insert(place) } }
    func end(_ place: String) { places.withLock { _ = $0.remove(place) } }
  }

  /// Works until the task is cancelled; a place where the bot is slow does not delay another.
  func run() async {
    let (calls, caller) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let busy = Busy()
    await withDiscardingTaskGroup { group in
      group.addTask {
        for await _ in tenant.botSignals { caller.yield() }
        caller.finish()
      }
      caller.yield()
      for await _ in calls {
        guard let (webhook, queues) = await waiting(except: busy.all) else { continue }
        for (place, queue) in queues {
          busy.begin(place)
          group.addTask {
            let round = await deliver(queue, to: webhook)
            if round.waiting > 0 { try? await Task.sleep(for: Self.pause) }
            busy.end(place)
            caller.yield()
          }
        }
      }
    }
  }

  /// Sends once what waits.
  func deliver() async -> Round {
    guard let (webhook, queues) = await waiting(except: []) else { return Round() }
    return await withTaskGroup(of: Round.self) { group in
      for (_, queue) in queues { group.addTask { await deliver(queue, to: webhook) } }
      return await group.reduce(into: Round()) { total, part in
        total.done += part.done
        total.waiting += part.waiting
      }
    }
  }

  /// What waits, by the places that are not busy; nil when there is nowhere to send it.
  private func waiting(
    except busy: Set<String>
  ) async -> (Webhook, [(place: String, queue: [BotEvent])])? {
    let bot = tenant.profile.bot
    let found = try? await tenant.read { db -> (Webhook, [(String, [BotEvent])])? in
      guard let webhook = try BotSettings.read(db, of: bot.id).endpoint.flatMap({ Webhook($0) })
      else { return nil }
      let places = try String.fetchAll(
        db,
        sql: "SELECT place FROM botEvents WHERE bot = ? GROUP BY place ORDER BY MIN(seq) LIMIT ?",
        arguments: [bot.id, Self.mostPlaces + busy.count])
      let queues = try places.filter { !busy.contains($0) }.map { place in
        (
          place,
          try Row.fetchAll(
            db, sql: "SELECT * FROM botEvents WHERE bot = ? AND place = ? ORDER BY seq LIMIT ?",
            arguments: [bot.id, place, Self.mostInARow]
          ).map(BotEvent.init)
        )
      }
      return (webhook, queues)
    }
    return found ?? nil
  }

  private func deliver(_ queue: [BotEvent], to webhook: Webhook) async -> Round {
    var round = Round()
    for event in queue {
      switch await deliver(event, to: webhook) {
      case .done:
        round.done += 1
        try? await tenant.database.write { db in
          try db.execute(sql: "DELETE FROM botEvents WHERE seq = ?", arguments: [event.number])
        }
      case .again:
        round.waiting += 1
        try? await tenant.database.write { db in
          try db.execute(
            sql: "UPDATE botEvents SET attempts = attempts + 1 WHERE seq = ?",
            arguments: [event.number])
        }
        return round
      }
    }
    return round
  }

  private func deliver(_ event: BotEvent, to webhook: Webhook) async -> Fate {
    guard let activity = try? await tenant.read({ db in try composer.document(db, event) }) else {
      return .done
    }
    let status = try? await send(activity, to: webhook).status
    let isSettled = status.map { (200..<500).contains($0) && $0 != 429 && $0 != 408 } ?? false
    return isSettled || event.attempts + 1 >= Self.mostAttempts ? .done : .again
  }

  private var composer: BotActivity {
    BotActivity(
      tenantID: tenant.profile.id, bot: tenant.profile.bot, serviceURL: serviceURL,
      administrator: tenant.profile.administrator)
  }

  /// Sends one activity, signed.
  func send(_ activity: Document, to webhook: Webhook) async throws -> Webhook.Reply {
    let token = try await tenant.activityToken(serviceURL: serviceURL)
    return try await webhook.post(
      activity.bytes, type: "application/json; charset=utf-8",
      headers: [.authorization: "Bearer \(token)"], within: patience)
  }

  /// Asks the bot for something that a person waits for, and gives its answer.
  ///
  /// - Returns: The answer; nil when the bot has no endpoint.
  func invoke(
    _ name: String, _ value: Document, by person: String, on message: Message
  ) async throws -> Webhook.Reply? {
    let bot = tenant.profile.bot
    let (endpoint, activity) = try await tenant.write { [composer] db in
      let endpoint = try BotSettings.read(db, of: bot.id).endpoint
      // An invoke is not kept, but takes a number of its own.
      try BotEvent.note(
        db, .submit, in: message.place,
        ["id": .number(message.id), "parent": .number(message.parent), "person": .string(person)],
        bot: bot.id, at: Instant(milliseconds: 0))
      let number = Int(db.lastInsertedRowID)
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM botEvents WHERE seq = ?", arguments: [number])
      try db.execute(sql: "DELETE FROM botEvents WHERE seq = ?", arguments: [number])
      return (endpoint, try row.map { try composer.document(db, BotEvent($0)) } ?? nil)
    }
    guard let webhook = endpoint.flatMap({ Webhook($0) }), case .object(var fields)? = activity
    else { return nil }
    fields["type"] = "invoke"
    fields["timestamp"] = .string(tenant.now.text)
    fields["name"] = .string(name)
    fields["value"] = value
    return try await send(.object(fields), to: webhook)
  }
}
