import CommandKit
import Documents
import Records
import TestSupport
import Testing

/// What people write to the bot in channels in which an incident is mirrored.
struct MirrorTurnTests {
  private static let megan = "megan@contoso.com"

  /// Opens an incident that is mirrored in two teams, and gives their channels.
  private static func mirrored(
    _ bot: LiveBot, _ session: TestSession, _ options: String = ""
  ) async throws -> [String] {
    _ = try await session.result(of: "incident create 'Mail is down'")
    for team in ["Contoso IT", "Contoso Sales"] {
      _ = try await session.result(of: "incident mirror 1 --team '\(team)' \(options)")
    }
    return try bot.store.mirrors(of: 1).map(\.channelID)
  }

  private static func count(_ channel: String, _ bot: LiveBot) async throws -> Int {
    try await bot.messages(as: megan, in: channel).count
  }

  @Test
  func `a message to the bot becomes a note, goes to the other channel, and never comes back`()
    async throws
  {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      let channels = try await Self.mirrored(bot, session)
      let (here, there) = (try #require(channels.first), try #require(channels.last))
      let before = try await Self.count(here, bot)
      let text = "!rm -rf / $(incident close 1) %3 **x** @Adele Vance;"
      try await bot.write(text, as: Self.megan, in: here)
      try await bot.settle()
      let notes = try bot.store.notes(of: 1)
      #expect(notes.map(\.text) == [text])
      #expect(notes.map(\.author) == ["Megan Bowen"])
      #expect(notes.map(\.isFromTeams) == [true])
      #expect(try bot.store.incident(1)?.isClosed == false)
      #expect(try await Self.count(here, bot) == before + 1)
      let told = try await bot.seen("From Microsoft Teams", as: Self.megan, in: there).text()
      #expect(told.contains("Megan Bowen"))
      #expect(told.contains("!rm -rf / $(incident close 1) %3 **x** @Adele Vance;"), "\(told)")
    }
  }

  @Test func `a text that was copied out of a mirror is no news`() async throws {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      let here = try #require(try await Self.mirrored(bot, session).first)
      try await bot.write("Adele: hello\n\nFrom teamsh", as: Self.megan, in: here)
      try await bot.write("hello", as: Self.megan, in: here, mentions: false)
      try await bot.settle()
      #expect(try bot.store.notes(of: 1).isEmpty)
    }
  }

  @Test func `a note that is written here is told in both channels, and becomes no other note`()
    async throws
  {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      let channels = try await Self.mirrored(bot, session)
      _ = try await session.result(of: "incident note 1 'The vendor is called.'")
      for channel in channels {
        _ = try await bot.seen("The vendor is called.", as: Self.megan, in: channel)
      }
      try await bot.settle()
      #expect(try bot.store.notes(of: 1).count == 1)
    }
  }

  @Test func `a channel that only hears gives no notes, and a closed incident takes none`()
    async throws
  {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      let here = try #require(
        try await Self.mirrored(bot, session, "--direction to-teams --keep-channel").first)
      try await bot.write("one", as: Self.megan, in: here)
      try await bot.settle()
      #expect(try bot.store.notes(of: 1).isEmpty)
      _ = try await session.result(
        of: "incident mirror 1 --team 'Contoso IT' --direction both --keep-channel")
      try await bot.write("two", as: Self.megan, in: here)
      try await bot.settle()
      #expect(try bot.store.notes(of: 1).map(\.text) == ["two"])
      _ = try await session.result(of: "incident close 1 --yes")
      try await bot.write("three", as: Self.megan, in: here)
      try await bot.settle()
      #expect(try bot.store.notes(of: 1).count == 1)
    }
  }
}
