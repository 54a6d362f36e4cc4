import Bot
import Documents
import Foundation
import Records
import TestSupport
import Testing
import Turns

/// What becomes of an answer that arrived, whatever happens on the way.
struct AnswerTests {
  private static let adele = "adele@contoso.com"

  /// Asks Adele something, and has her press a button; what arrived with it is not handled yet.
  private static func pressed(
    _ button: String, _ bot: LiveBot
  ) async throws -> (question: String, activity: ReceivedActivity) {
    let session = try await bot.session()
    let id = try await session.result(of: "ask 'Deploy now?' --to @adele --no-wait -o ids")
      .filter { !$0.isNewline }
    try await bot.press(button, as: adele)
    let activity = try await bot.wait(for: "The button's activity") {
      try bot.inbox.unhandled().first { CardAnswer(Activity(document: $0.document)) != nil }
    }
    return (id, activity)
  }

  @Test func `an activity that is handled twice changes nothing the second time`() async throws {
    try await LiveBot.serve(handles: false) { bot in
      let (id, activity) = try await Self.pressed("Yes", bot)
      try await bot.handle(activity)
      let first = try bot.store.question(id)
      #expect(first?.answer?.text == "Yes")
      bot.tenant.transport.forget()
      try await bot.handle(activity)
      #expect(try bot.store.question(id) == first)
      #expect(try bot.store.notices(after: 0).count { $0.kind == .answer } == 1)
      let sent = bot.tenant.transport.connectorRequests.filter { !$0.hasPrefix("GET") }
      #expect(sent.count == 1 && sent.allSatisfy { $0.hasPrefix("PUT ") }, "\(sent)")
    }
  }

  @Test func `the directory knows the address of who is in no roster`() async throws {
    try await LiveBot.serve(handles: false) { bot in
      let (id, activity) = try await Self.pressed("No", bot)
      var from = JSONObject([("id", "29:unknown")])
      from["aadObjectId"] = activity.document.value(at: "from.aadObjectId")
      guard case .object(var fields) = activity.document else { return }
      fields["from"] = .object(from)
      let changed = JSON.object(fields)
      _ = try await bot.inbox.store([
        ArrivingActivity(key: "other", receivedAt: Date(), text: changed.text())
      ])
      _ = try bot.inbox.finish([activity.number], at: Date())
      _ = try await bot.turns.handleAll()
      let answer = try bot.store.question(id)?.answer
      #expect(answer?.text == "No")
      #expect(answer?.person == "Adele Vance")
      #expect(answer?.mail == "adele@contoso.com")
    }
  }

  @Test func `an answer to a question that nobody asked is answered, and kept nowhere`()
    async throws
  {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      let card = try bot.home.write(
        """
        {"type": "AdaptiveCard", "version": "1.4", "body": [], "actions": [{"type": \
        "Action.Submit", "title": "Odd", "data": {"entitlement": "nobody", "response": "x"}}]}
        """, to: "card.json")
      _ = try await session.result(of: "notify --card \(card) --to @adele")
      try await bot.press("Odd", as: Self.adele)
      _ = try await bot.seen("That question is not asked any more.", as: Self.adele)
      #expect(try bot.store.questions().isEmpty)
      #expect(try !bot.store.notices(after: 0).contains { $0.kind == .answer })
    }
  }
}
