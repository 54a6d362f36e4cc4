import Documents
import Foundation
import Simulator
import TestSupport
import Testing

@testable import Records
@testable import Turns

struct TurnLoopTests {
  @Test func `what ended its process three times is set aside and told`() async throws {
    try await LiveBot.serve(handles: false) { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("help", as: admin)
      let received = try await bot.wait(for: "The message") {
        try bot.arrived().first { $0.document["text"]?.string == "help" }
      }
      // No system counts its processes that far: to the inbox each of these is gone.
      let gone = ProcessIdentity(process: 2_147_483_646)
      for _ in 1...3 { _ = try bot.inbox.claim([received.number], by: gone) }
      _ = try await bot.turns.handleAll()
      #expect(try bot.inbox.unhandled().isEmpty)
      let notice = try #require(try bot.store.notices(after: 0).last)
      #expect(notice.kind == .failure && notice.text.contains("3 times"))
      #expect(try await !bot.messages(as: admin).contains { $0.text().contains("understand") })
    }
  }

  @Test func `what fails is told, and what comes after it is handled`() async throws {
    try await LiveBot.serve(handles: false) { bot in
      let admin = bot.tenant.address.administrator
      let activity: JSON = [
        "type": "message", "id": "1", "text": "help", "from": ["id": "29:x", "name": "X"],
        "recipient": ["id": "28:y"],
        "conversation": ["id": "19:nowhere", "conversationType": "personal"],
      ]
      _ = try await bot.inbox.store([
        ArrivingActivity(key: "lost", receivedAt: Date(), text: activity.text())
      ])
      try await bot.write("new incident Fire", as: admin)
      _ = try await bot.wait(for: "The message") {
        try bot.arrived().contains { $0.document["text"]?.string == "new incident Fire" }
          ? true : nil
      }
      _ = try await bot.turns.handleAll()
      #expect(try bot.inbox.unhandled().isEmpty)
      #expect(try bot.store.incidents().map(\.name) == ["Fire"])
      #expect(try bot.store.notices(after: 0).contains { $0.kind == .failure })
    }
  }

  @Test func `a hook hears of every activity, and one that fails stops nothing`() async throws {
    let folder = try TemporaryHome()
    let file = folder.file("heard")
    let hook = "activity-hook: 'cat >> \(file); echo >> \(file); exit 3'"
    try await LiveBot.serve(profile: [hook]) { bot in
      let admin = bot.tenant.address.administrator
      try await bot.write("new incident Fire", as: admin)
      try await bot.settle()
      #expect(try bot.store.incidents().count == 1)
      let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      let heard = try lines.map { try JSON(parsing: String($0)) }
      #expect(heard.contains { $0.value(at: "activity.text")?.string == "new incident Fire" })
      let notice = try #require(try bot.store.notices(after: 0).first { $0.kind == .hook })
      #expect(notice.text == "The activity-hook ended with code 3.")
    }
  }
}
