import Bot
import Documents
import Records
import TestSupport
import Testing
import Turns

/// The way from a person's Teams to the inbox and the turns, all of it.
struct LiveBotTests {
  @Test func `what a person writes to the bot arrives, is handled, and is told`() async throws {
    try await LiveBot.serve { bot in
      try await bot.write("The printer burns", as: "adele@contoso.com")
      try await bot.settle()
      let arrived = try bot.arrived().map { Activity(document: $0.document) }
      #expect(arrived.contains { $0.isPersonal && $0.plainText == "The printer burns" })
      let told = try bot.store.notices(after: 0)
      #expect(told.contains { $0.person == "Adele Vance" && $0.text == "The printer burns" })
    }
  }

  @Test func `a bot that was served without its turns keeps what arrives`() async throws {
    try await LiveBot.serve(handles: false) { bot in
      try await bot.write("hello", as: "adele@contoso.com")
      let waiting = try await bot.wait(for: "An activity") {
        try bot.inbox.unhandled().first { $0.document["type"]?.string == "message" }
      }
      #expect(waiting.claims == 0)
      #expect(try await bot.turns.handleAll() > 0)
      #expect(try bot.inbox.unhandled().isEmpty)
    }
  }
}
