import CommandKit
import Commands
import Documents
import Testing

/// The rules that the integration's commands obey, and the shape of their tables.
struct IntegrationTableTests {
  @Test func `every command of the integration is there by its name and its old ones`() {
    let names = Set(IntegrationCommand.all.flatMap { [$0.name] + $0.deprecatedNames })
    #expect(
      names == [
        "send-notification", "teams-send-notification-quick-action", "mirror-investigation",
        "close-channel", "microsoft-teams-integration-health", "microsoft-teams-auth-test",
        "microsoft-teams-ring-user", "microsoft-teams-add-user-to-channel", "add-user-to-channel",
        "microsoft-teams-create-channel", "create-channel", "microsoft-teams-create-meeting",
        "microsoft-teams-user-remove-from-channel", "microsoft-teams-channel-user-list",
        "microsoft-teams-chat-create", "microsoft-teams-message-send-to-chat",
        "microsoft-teams-chat-add-user", "microsoft-teams-chat-member-list",
        "microsoft-teams-chat-list", "microsoft-teams-chat-message-list",
        "microsoft-teams-chat-update", "microsoft-teams-list-messages",
        "microsoft-teams-message-update", "microsoft-teams-send-proactive-message",
        "microsoft-teams-generate-login-url", "microsoft-teams-auth-reset",
        "microsoft-teams-token-permissions-list", "microsoft-teams-create-messaging-endpoint",
        "microsoft-teams-message-update-policy-violation", "MicrosoftTeamsAsk",
      ])
  }

  @Test func `a name is no command of ours, so that either can be typed`() {
    for command in IntegrationCommand.all {
      for name in [command.name] + command.deprecatedNames {
        guard case .unknown = Catalog.teamsh.lookup([name]) else {
          Issue.record("\(name)")
          continue
        }
        #expect(Catalog.teamsh.knows(name))
      }
    }
  }

  @Test(arguments: IntegrationCommand.all.map(\.name))
  func `an abstract is a short sentence, and an equivalent begins with a command`(
    name: String
  ) throws {
    let command = try #require(Catalog.teamsh.integration(name))
    #expect(command.abstract.hasSuffix(".") && command.abstract.count < 60)
    #expect(command.example.hasPrefix(name))
    let standards = command.arguments.filter { !$0.allowed.isEmpty }.compactMap { argument in
      argument.standard.map { (argument, $0) }
    }
    #expect(standards.allSatisfy { $0.0.allowed.contains($0.1) })
    #expect(command.arguments.allSatisfy { $0.abstract.hasSuffix(".") })
  }

  @Test func `a table is written to the letter`() {
    let table = MarkdownTable(
      "Title:",
      rows: [
        ["b": "x|y`z", "A": 1, "c": nil, "d": ["p", "q"]],
        ["b": "one\ntwo", "A": true, "d": ["k": "v", "l": 2]],
      ], links: ["b"], removesEmpty: true)
    #expect(
      table.text == """
        ### Title:
        |A|b|d|
        |---|---|---|
        | 1 | [x\\|y\\`z](x\\|y\\`z) | p,<br>q |
        | true | [one<br>two](one<br>two) | k: v<br>l: 2 |

        """)
    #expect(MarkdownTable("Title:", rows: []).text == "### Title:\n**No entries.**\n")
    #expect(
      MarkdownTable("T", headers: ["x", "y"], rows: [["y": "1"]]).text
        == "### T\n|x|y|\n|---|---|\n|  | 1 |\n")
  }
}
