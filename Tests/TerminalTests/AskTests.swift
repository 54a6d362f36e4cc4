import Documents
import Foundation
import Glibc
import TestSupport
import Testing

/// A question at the real prompt, whose answer comes from a person's Teams over the bot's own process.
struct AskTests {
  /// The page on which people press buttons.
  private struct TeamsPage {
    /// The page did not do what somebody wanted.
    struct Failure: Error {
      let answer: String
    }

    let port: UInt16
    let person = "adele@contoso.com"

    /// Presses the button of a title on the newest card of the chat with the bot.
    func press(_ title: String) throws {
      let end = ContinuousClock.now + .seconds(20)
      while ContinuousClock.now < end {
        let list = try exchange("GET /teams/api/messages?as=\(person)&place=bot")
        for message in (list["messages"]?.array ?? []).reversed() {
          for card in message["cards"]?.array ?? [] {
            guard let button = LiveBot.button(title, in: card) else { continue }
            return try press(button, on: message["id"] ?? .null)
          }
        }
        usleep(50_000)
      }
      throw Failure(answer: "no button \(title)")
    }

    private func press(_ button: JSON, on message: JSON) throws {
      _ = try exchange(
        "POST /teams/api/actions",
        [
          "as": .string(person), "place": "bot", "message": message,
          "type": button["type"] ?? .null, "data": button["data"] ?? [:],
        ])
    }

    private func exchange(_ line: String, _ body: JSON = [:]) throws -> JSON {
      let text = line.hasPrefix("GET") ? "" : body.text()
      let head = [
        "\(line) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close",
        "Content-Type: application/json", "Content-Length: \(text.utf8.count)",
      ]
      let socket = try Socket(port: port)
      socket.write(head.joined(separator: "\r\n") + "\r\n\r\n" + text)
      let answer = socket.readToEnd()
      guard answer.hasPrefix("HTTP/1.1 20"), let end = answer.range(of: "\r\n\r\n") else {
        throw Failure(answer: answer)
      }
      return try JSON(parsing: String(answer[end.upperBound...]))
    }
  }

  private static let prompt = "megan@contoso /> "

  @Test func `the answer to a job's question appears above the line that is half typed`() throws {
    let page = TeamsPage(port: ScriptedServer.closedPort())
    // The demo ends its bot's endpoint as it ends.
    let terminal = try PseudoTerminal(
      Product.shell(), ["demo", "--people", "40", "--port", "\(page.port)"],
      environment: Home().environment, columns: 120)
    try terminal.wait(for: Self.prompt, seconds: 60)
    terminal.type("bot listen\r")
    try terminal.wait(for: "The endpoint listens on", seconds: 30)
    try terminal.wait(for: Self.prompt)
    terminal.type("ask 'Deploy now?' --to @adele &\r")
    try terminal.wait(for: Self.prompt)
    terminal.type("echo half")
    try terminal.wait(described: "the half-typed line") {
      $0.screen.text.hasSuffix("> echo half")
    }
    try page.press("Yes")
    try terminal.wait(described: "the answer") {
      let text = $0.screen.text
      return text.contains("[1] done  ask 'Deploy now?' --to @adele")
        && text.contains("Yes") && text.contains("Adele Vance") && text.hasSuffix("> echo half")
    }
    terminal.type("\r")
    try terminal.wait(described: "the line's own output") { $0.screen.text.contains("\nhalf\n") }
    terminal.type("ask list\r")
    try terminal.wait(described: "no open question") { $0.screen.text.contains("(no rows)") }
    terminal.type("bot stop\r")
    try terminal.wait(for: Self.prompt)
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }
}
