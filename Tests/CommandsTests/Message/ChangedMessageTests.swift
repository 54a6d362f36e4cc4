import CommandKit
import Documents
import Graph
import TestSupport
import Testing

@testable import Commands

/// What hangs on a message stays when its text changes.
struct ChangedMessageTests {
  private static func mark(_ id: String) -> String { "<attachment id=\"\(id)\"></attachment>" }

  private static func message(_ content: String, _ ids: [String]) -> ChatMessage {
    ChatMessage(
      document: [
        "body": ["contentType": "html", "content": .string(content)],
        "attachments": .array(ids.map { ["id": .string($0), "contentType": "reference"] }),
      ])
  }

  @Test(
    arguments: [
      ("old \(mark("a"))", ["a"], "new\(mark("a"))"),
      ("\(mark("q")) \(mark("r"))old", ["q", "r"], "\(mark("q"))\(mark("r"))new"),
      ("\(mark("q"))old\(mark("a"))", ["q", "a"], "\(mark("q"))new\(mark("a"))"),
      ("nothing marked", ["a"], "new"), ("old", [], "new"),
    ])
  func `marks come back in front of the text or behind it`(
    old: String, ids: [String], html: String
  ) {
    var draft = MessageDraft(.text("new"))
    draft.keep(attachmentsOf: Self.message(old, ids))
    #expect(draft.content.html == html)
    #expect(draft.document["attachments"] == nil)
  }

  @Test func `a mark that the text brings itself is not doubled`() {
    let html = "<p>\(Self.mark("a"))</p>"
    var draft = MessageDraft(.html(html))
    draft.keep(attachmentsOf: Self.message("old \(Self.mark("a"))", ["a"]))
    #expect(draft.content.html == html)
  }

  @Test func `what comes with the text stands beside what was there`() {
    var draft = MessageDraft(.text("new"))
    draft.add(id: "c", [("contentType", "card")])
    draft.keep(attachmentsOf: Self.message("old \(Self.mark("a"))", ["a", "unmarked"]))
    #expect(draft.content.html == "new\(Self.mark("c"))\(Self.mark("a"))")
    #expect(draft.document["attachments"]?.array?.compactMap { $0["id"]?.string } == ["a", "c"])
  }

  @Test(.tenant) func `a card stays on a message whose words change`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    let card = try session.home.write(
      #"{"type": "AdaptiveCard", "version": "1.4", "body": []}"#, to: "card.json")
    let shown = try await session.result(
      of: "message send Hi --card \(card) --chat 'Project X' --jq '.attachments[0].id'; "
        + "message update $last '<b>Ho</b>' --html -o json; message show $last --jq .body.content")
    let id = try #require(shown.split(separator: "\n").first)
    #expect(shown.hasSuffix("<b>Ho</b>\(Self.mark(String(id)))\n"), "\(shown)")
    let pinned =
      "message update $last Hu --card \(card); message show $last --jq '.attachments[].id'"
    #expect(try await session.result(of: pinned).split(separator: "\n").count >= 2)
  }

  @Test(.tenant) func `where a message may not be read, that is said and it is changed`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    let message = try await session.result(
      of: "message send Hi --channel 'Contoso IT/General' -o ids")
    try session.signIn(try await tenant.token(ofPersonWith: ["ChannelMessage.ReadWrite"]))
    #expect(await session.run("message update \(message.dropLast()) Ho") == .done)
    #expect(session.errors.text.contains("Whether something hangs on the message may not be seen"))
  }
}
