import CommandKit
import Documents
import Records
import Simulator
import TestSupport
import Testing

/// Questions in the form in which the platform hands them to the integration.
struct IntegrationQuestionTests {
  private static let adele = "adele@contoso.com"
  private static let id = "f0e1d2c3-0000-4000-8000-00000000000a"

  /// The message of a question.
  private static func message(_ options: JSON = ["Yes", "No"], type: String) -> String {
    let form: JSON = [
      "message_text": "Deploy now?", "options": options, "entitlement": .string(id),
      "investigation_id": "99", "task_id": "7", "form_type": .string(type),
    ]
    return form.text()
  }

  @Test(arguments: [
    "send-notification team_member='Adele Vance'",
    "microsoft-teams-send-proactive-message user_id='Adele Vance'",
  ])
  func `a message of the known keys is a question, whose entitlement is its id`(
    line: String
  ) async throws {
    try await LiveBot.serve(profile: ["team: Contoso IT"]) { bot in
      let session = try await bot.session()
      let sent = try await session.result(
        of: "\(line) message='\(Self.message(type: "predefined-options"))' -o json")
      let context = try JSON(parsing: sent)["MicrosoftTeams"] ?? .null
      let question = try #require(try bot.store.question(Self.id))
      let message = context.value(at: "Message.ID") ?? context.value(at: "Conversation.ActivityId")
      #expect(message?.string == question.message)
      #expect(question.text == "Deploy now?" && question.options == ["Yes", "No"])
      #expect(question.incident == "99" && question.task == "7")
      let asked = try await bot.seen("Deploy now?", as: Self.adele)
      #expect(
        LiveBot.button("No", in: asked)?["data"] == [
          "response": "No", "entitlement": .string(Self.id), "investigation_id": "99",
          "task_id": "7",
        ])
      try await bot.press("No", as: Self.adele)
      try await bot.settle()
      #expect(try bot.store.question(Self.id)?.answer?.text == "No")
    }
  }

  @Test func `an open answer in a channel is taken`() async throws {
    try await LiveBot.serve { bot in
      let session = try await bot.session()
      let megan = bot.tenant.address.administrator
      let channel = try await bot.channel(as: megan)
      _ = try await session.result(
        of: "send-notification channel=General team='Contoso IT' "
          + "message='\(Self.message([], type: "open-answer"))'")
      try await bot.press("Submit", as: megan, in: channel, inputs: ["response": "Later"])
      try await bot.settle()
      #expect(try bot.store.question(Self.id)?.answer?.text == "Later")
    }
  }

  @Test func `a card with an entitlement beside it is a question`() async throws {
    try await LiveBot.serve(profile: ["team: Contoso IT"]) { bot in
      let session = try await bot.session()
      let form: JSON = [
        "adaptive_card": [
          "type": "AdaptiveCard", "version": "1.4",
          "body": [["type": "Input.Text", "id": "why"]],
          "actions": [["type": "Action.Submit", "title": "Send"]],
        ], "entitlement": .string(Self.id), "investigation_id": "99", "task_id": .null,
      ]
      _ = try await session.result(
        of: "send-notification team_member='Adele Vance' adaptive_card='\(form.text())'")
      try await bot.press("Send", as: Self.adele, inputs: ["why": "Because"])
      try await bot.settle()
      let answer = try bot.store.question(Self.id)?.answer
      #expect(answer?.fields == ["why": "Because"])
    }
  }

  @Test(arguments: [
    #"{"message_text":"Deploy now?","options":[]}"#,
    #"{"message_text":"x","options":[],"entitlement":"none","investigation_id":"1","task_id":"2","#
      + #""form_type":"open-answer"}"#,
    "f0e1d2c3-0000-4000-8000-00000000000a",
  ])
  func `any other message is only told`(message: String) async throws {
    try await LiveBot.serve(profile: ["team: Contoso IT"]) { bot in
      let session = try await bot.session()
      _ = try await session.result(
        of: "send-notification team_member='Adele Vance' message='\(message)'")
      #expect(try bot.store.questions().isEmpty)
      let said = try await bot.messages(as: Self.adele).last
      #expect(said?["cards"] == [])
    }
  }

  @Test func `the platform's script makes the id, and its options are the buttons`() async throws {
    try await LiveBot.serve(profile: ["team: Contoso IT"]) { bot in
      let session = try await bot.session()
      let id = try await session.result(
        of: "MicrosoftTeamsAsk message='Deploy now?' team_member='Adele Vance' option1=Now "
          + "additional_options='Tonight, Never' task_id=7 -o ids"
      ).filter { !$0.isNewline }
      let question = try #require(try bot.store.question(id))
      #expect(question.options == ["Now", "no", "Tonight", "Never"] && question.task == "7")
      try await bot.press("Never", as: Self.adele)
      #expect(try await session.result(of: "ask wait \(id) -o ids") == "Never\n")
    }
  }

  @Test(arguments: [
    ("message=hello", "Either team member or channel must be provided."),
    (
      "message=hello channel=General team_member=adele",
      "Either team member or channel should be provided, not both."
    ),
    (
      "message=hello adaptive_card={} channel=General",
      "Provide either message or adaptive card to send, not both."
    ),
    ("channel=General", "No message or adaptive card to send were provided."),
    ("channel=General adaptive_card=no", "Given adaptive card is not in valid JSON format."),
  ])
  func `the script says no in its own words`(arguments: String, words: String) async throws {
    let session = try TestSession()
    #expect(await session.run("MicrosoftTeamsAsk \(arguments)") == .usage)
    #expect(session.errors.text.hasPrefix(words), "\(session.errors.text)")
  }
}
