import CommandKit
import Commands
import Identity
import Output
import TestSupport
import Testing

/// What the integration's commands say of things that no company of the tenant has.
struct IntegrationRefusalTests {
  @Test func `without a tenant there is no address to sign in at`() async throws {
    let session = try TestSession { $0.environment = ["TEAMSH_TENANT": ""] }
    #expect(await session.run("!microsoft-teams-generate-login-url") == .usage)
    #expect(
      session.errors.text.hasPrefix(
        "Tenant ID is missing, please make sure that the messaging endpoint is configured "
          + "correctly, and the bot is added to a team.\n"))
  }

  @Test func `a token without permissions has none to list`() async throws {
    let session = try TestSession()
    try session.signIn(TestToken.person([]))
    #expect(
      try await session.result(of: "!microsoft-teams-token-permissions-list")
        == "No permissions obtained for the used graph access token.\n")
  }

  @Test func `who is in no directory cannot be mentioned`() async throws {
    let chat = "19:0123456789abcdef0123456789abcdef@thread.v2"
    let path = "/v1.0/chats/19%3A0123456789abcdef0123456789abcdef%40thread.v2"
    let transport = ScriptedTransport([
      .get(
        path, .json(#"{"id": "\#(chat)", "topic": "Falcon", "chatType": "group", "members": []}"#)),
      .get("\(path)/members", .json(#"{"value": [{"id": "1", "displayName": "Visitor"}]}"#)),
    ])
    let session = try TestSession(transport: transport)
    try session.signIn(TestToken.person(["Chat.ReadBasic", "ChatMessage.Send", "Chat.Create"]))
    let line =
      "!microsoft-teams-message-send-to-chat chat=\(chat) content=\"Hello @Visitor;\""
    #expect(await session.run(line) == .usage)
    #expect(
      session.errors.text.hasPrefix(
        "Mentioned user 'Visitor' cannot be mentioned because an Entra user ID is unavailable.\n"))
  }

  @Test func `a name of the integration that is misspelt is suggested`() async throws {
    let session = try TestSession()
    #expect(await session.run("microsoft-teams-chat-lst limit=5") == .usage)
    #expect(session.errors.text.contains("microsoft-teams-chat-list"))
  }

  @Test func `what is read-only writes nothing, and shows what it would`() async throws {
    let session = try TestSession { $0.options.isReadOnly = true }
    try session.signIn(TestToken.person(["Channel.Delete.All"]))
    #expect(await session.run("!close-channel channel=General team=R/D") == .permission)
    #expect(session.errors.text.contains("read-only"))
  }
}
