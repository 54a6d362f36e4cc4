import CommandKit
import Documents
import Records
import Simulator
import TestSupport
import Testing

/// Questions, from the line that asks to the answer that comes back from a person's Teams.
struct AskTests {
  private static let adele = "adele@contoso.com"
  private static let megan = "megan@contoso.com"

  @Test func `the button that a person presses is the answer`() async throws {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      async let asking = session.result(of: "ask 'Deploy now?' --to @adele -o json")
      try await bot.press("Yes", as: Self.adele)
      let row = try JSON(parsing: try await asking)
      #expect(row["text"] == "Deploy now?")
      #expect(row.value(at: "answer.text") == "Yes")
      #expect(row.value(at: "answer.person") == "Adele Vance")
      #expect(row.value(at: "answer.mail") == "adele@contoso.com")
      #expect(row.value(at: "answer.time") != nil)
      #expect(session.errors.text.isEmpty)
      let card = try await bot.seen("Answered by Adele Vance", as: Self.adele)
      #expect(card.text().contains("Deploy now?") && card.text().contains("UTC"))
      #expect(LiveBot.button("Yes", in: card) == nil)
      try await bot.settle()
      let told = try bot.store.notices(after: 0).filter { $0.kind == .answer }
      #expect(told.map(\.text) == ["Yes"] && told.map(\.person) == ["Adele Vance"])
    }
  }

  @Test func `the answer is what a variable gets`() async throws {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      async let asking = session.result(
        of:
          "answer=$(ask 'When?' --option 'Not today' --option Now --to @adele); echo \"-$answer-\"")
      try await bot.press("Not today", as: Self.adele)
      #expect(try await asking == "-Not today-\n")
    }
  }

  @Test func `a typed answer of several lines is one word with all of them`() async throws {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      async let asking = session.result(
        of: "answer=$(ask Why --free --to @adele --jq .answer.text); echo \"-$answer-\"")
      try await bot.press("Submit", as: Self.adele, inputs: ["response": "one\ntwo $x"])
      #expect(try await asking == "-one\ntwo $x-\n")
    }
  }

  @Test func `what is typed into an open question in a channel stays text`() async throws {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      let channel = try await bot.channel(as: Self.megan)
      let typed = "$(exit 7) [click](https://evil.example)\n<at>all</at>"
      async let asking = session.result(
        of: "ask 'What happened?' --free --channel 'Contoso IT/General' -o json")
      try await bot.press(
        "Submit", as: Self.megan, in: channel, inputs: ["response": .string(typed)])
      let row = try JSON(parsing: try await asking)
      #expect(row.value(at: "answer.text")?.string == typed)
      #expect(row["to"] == "Contoso IT/General")
      let card = try await bot.seen("Answered by Megan Bowen", as: Self.megan, in: channel)
      #expect(card["cards"]?.text().contains("TextRun") == true)
    }
  }

  @Test func `the inputs of one's own card are a table, and fields for programs`() async throws {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      let card = try bot.home.write(
        """
        {"type": "AdaptiveCard", "version": "1.4",
         "body": [{"type": "TextBlock", "text": "How was it?"},
                  {"type": "Input.Number", "id": "rating"}],
         "actions": [{"type": "Action.Execute", "title": "Send", "verb": "rate"}]}
        """, to: "card.json")
      async let asking = session.result(
        of: "ask --card \(card) --to @adele --incident 12 --task 3 -o json")
      let said = try await bot.press("Send", as: Self.adele, inputs: ["rating": "5"])
      #expect(said.value(at: "response.statusCode") == 200)
      let row = try JSON(parsing: try await asking)
      #expect(row["text"] == "How was it?")
      #expect(row["incident"] == "12" && row["task"] == "3")
      #expect(row.value(at: "answer.text") == "### Response\n|rating|\n|---|\n| 5 |")
      #expect(row.value(at: "answer.fields.rating") == "5")
      _ = try await bot.seen("rating: 5", as: Self.adele)
    }
  }

  @Test func `the second answer is refused below the question, and changes nothing`()
    async throws
  {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      _ = try await session.result(of: "member add @adele --team 'Contoso IT'")
      let channel = try await bot.channel(as: Self.adele)
      let id = try await session.result(
        of: "ask 'Deploy now?' --channel 'Contoso IT/General' --no-wait -o ids"
      )
      .filter { !$0.isNewline }
      let asked = try await bot.seen("Deploy now?", as: Self.adele, in: channel)
      let no = try #require(LiveBot.button("No", in: asked))
      let message = try #require(asked["id"])
      try await bot.press("Yes", as: Self.adele, in: channel)
      try await bot.settle()
      try await bot.press(no, on: message, as: Self.megan, in: channel)
      let refusal = try await bot.seen(
        "Adele Vance has answered that already", as: Self.adele, in: channel)
      #expect(refusal["parent"] == message)
      try await bot.press(no, on: message, as: Self.adele, in: channel)
      _ = try await bot.seen("You have answered that already", as: Self.adele, in: channel)
      #expect(try bot.store.question(id)?.answer?.text == "Yes")
      #expect(try bot.store.notices(after: 0).count { $0.kind == .answer } == 1)
      let card = try await bot.seen("Answered by", as: Self.adele, in: channel)
      #expect(card["cards"]?.text().contains("Yes") == true)
    }
  }

  @Test func `a question that nobody answers in time stays open`() async throws {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      #expect(await session.run("ask 'Deploy now?' --to @adele --timeout 0") == .failed)
      #expect(session.errors.text.contains("Nobody answered in 0s."), "\(session.errors.text)")
      let id = try await session.result(of: "ask list -o ids").filter { !$0.isNewline }
      #expect(session.errors.text.contains("ask wait \(id)"))
      async let asking = session.result(of: "ask wait \(id.prefix(8)) -o ids")
      try await bot.press("No", as: Self.adele)
      #expect(try await asking == "No\n")
      #expect(try await session.result(of: "ask wait \(id) --timeout 0 -o ids") == "No\n")
      #expect(try await session.result(of: "ask list -o ids").isEmpty)
      #expect(try await session.result(of: "ask list --all -o ids") == "\(id)\n")
      #expect(try await session.result(of: "ask show \(id) --jq .answer.person") == "Adele Vance\n")
    }
  }

  @Test func `whoever stops waiting leaves the question open`() async throws {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      let waiting = Task { await session.run("ask 'Deploy now?' --to @adele") }
      _ = try await bot.seen("Deploy now?", as: Self.adele)
      waiting.cancel()
      #expect(await waiting.value == .interrupted)
      #expect(try bot.store.questions(areOpen: true).map(\.text) == ["Deploy now?"])
      try await bot.press("Yes", as: Self.adele)
      #expect(try await session.result(of: "ask wait $(ask list --all) -o ids") == "Yes\n")
    }
  }

  @Test func `a question whose card may have arrived can be answered all the same`() async throws {
    let folder = try TemporaryHome()
    let faults = try folder.write(
      """
      {"rules": [{"service": "bot", "method": "POST", "path": "/v3/conversations/{}/activities",
        "nth": 1, "fault": "reset-acted"}]}
      """, to: "faults.json")
    try await LiveBot.serve(configure: { $0.faultFile = faults }) { bot in
      let session = try await bot.session()
      #expect(await session.run("ask 'Deploy now?' --to @adele") == .network)
      let id = try #require(try bot.store.questions().first?.id)
      try await bot.press("Yes", as: Self.adele)
      #expect(try await session.result(of: "ask wait \(id) -o ids") == "Yes\n")
      _ = try await bot.seen("Answered by Adele Vance", as: Self.adele)
    }
  }

  @Test func `a job asks behind the prompt, and one that is ended leaves the question open`()
    async throws
  {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      _ = try await session.result(of: "ask 'Deploy now?' --to @adele -o ids &")
      try await bot.press("Yes", as: Self.adele)
      #expect(try await session.result(of: "wait 1").hasSuffix("Yes\n"))
      _ = try await session.result(of: "ask 'And now?' --to @adele &")
      _ = try await bot.seen("And now?", as: Self.adele)
      #expect(await session.run("kill 1") == .done)
      #expect(
        try await session.result(of: "ask list --columns question -o csv").contains("And now?"))
    }
  }
}
