import Foundation
import Testing

@testable import Simulator

/// The page on which a person talks to the bot, in a real browser.
struct TeamsPageTests {
  @Test(.enabled(if: HeadlessBrowser.path != nil, "chromium is missing"), .timeLimit(.minutes(10)))
  func `a person talks to the bot, and presses a button of its card`() async throws {
    let listener = try await BotListener()
    defer { listener.stop() }
    let configuration = TenantConfiguration(
      people: 20, teams: 2, messages: 0, botEndpoint: listener.address)
    try await configuration.served { address, server in
      let bot = try await BotCase(server: server)
      try await HeadlessBrowser.run(withScripts: true) { browser in
        try await browser.open("\(address.login)/teams")
        try await browser.waits(for: "document.querySelector('nav [aria-current]')")
        try await browser.type("ask me <b>now</b>", into: "#text")
        try await browser.click("#send")
        try await browser.waits(for: "document.querySelector('#messages li')")
        let heard = try #require(await listener.next()).activity
        #expect(heard["text"] == "ask me <b>now</b>")
        let conversation = try #require(heard["conversation"]?["id"]?.string)
        try await bot.say(Self.question, in: conversation)
        try await browser.waits(for: "document.querySelector('.card input')")
        #expect(
          try await browser.value(of: "document.querySelector('.card p').textContent")
            == "<img src=x onerror=alert(1)>")
        #expect(try await browser.value(of: "document.querySelectorAll('img').length") == 0)
        try await browser.type("because", into: ".card input")
        try await browser.click(".card .actions button")
        let answer = try #require(await listener.next()).activity
        #expect(answer["value"] == ["response": "yes", "why": "because"])
        #expect(answer["from"]?["aadObjectId"] == heard["from"]?["aadObjectId"])
      }
    }
  }

  private static let question: Document = [
    "type": "message",
    "attachments": [
      [
        "contentType": "application/vnd.microsoft.card.adaptive",
        "content": [
          "type": "AdaptiveCard", "version": "1.4",
          "body": [
            ["type": "TextBlock", "text": "<img src=x onerror=alert(1)>"],
            ["type": "FactSet", "facts": [["title": "Where", "value": "Here"]]],
            ["type": "Container", "items": [["type": "Input.Text", "id": "why"]]],
          ],
          "actions": [
            ["type": "Action.Submit", "title": "Yes", "data": ["response": "yes"]]
          ],
        ],
      ]
    ],
  ]
}
