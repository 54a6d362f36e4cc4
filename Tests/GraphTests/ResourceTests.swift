import Documents
import Foundation
import Graph
import Testing

struct ResourceTests {
  private func view<View: DocumentView>(_ text: String, as: View.Type = View.self) throws -> View {
    View(document: try JSON(parsing: text))
  }

  @Test func `a message tells who wrote what, to whom, and where`() throws {
    let message: ChatMessage = try view(
      """
      {"id":"1","replyToId":"0","messageType":"message","createdDateTime":"2026-01-02T03:04:05Z",
       "deletedDateTime":null,"importance":"high","webUrl":"https://teams/m",
       "from":{"application":null,"user":{"id":"u1","displayName":"Zoë"}},
       "body":{"contentType":"html","content":"<p>Hi <at id=\\"0\\">Max</at></p>"},
       "channelIdentity":{"teamId":"t","channelId":"19:c"},
       "mentions":[{"id":0,"mentionText":"Max","mentioned":{"user":{"id":"u2"}}}],
       "attachments":[{"id":"a","contentType":"reference","name":"x.docx","contentUrl":"https://f"}],
       "reactions":[{"reactionType":"👍","user":{"user":{"id":"u3"}}}],
       "replies":[{"id":"2"}]}
      """)
    #expect(message.fromName == "Zoë")
    #expect(message.fromUserID == "u1")
    #expect(message.replyToID == "0")
    #expect(message.bodyType == "html")
    #expect(message.body?.hasPrefix("<p>Hi") == true)
    #expect(message.mentions.map(\.userID) == ["u2"])
    #expect(message.mentions.first?.id == 0)
    #expect(message.attachments.first?.name == "x.docx")
    #expect(message.reactions.first?.userID == "u3")
    #expect(message.replies.map(\.id) == ["2"])
    #expect(message.teamID == "t")
    #expect(message.channelID == "19:c")
    #expect(!message.isDeleted)
    #expect(!message.isSystemMessage)
  }

  @Test func `a message of Teams itself has no writer`() throws {
    let message: ChatMessage = try view(
      #"{"id":"1","from":null,"messageType":"unknownFutureValue","deletedDateTime":"2026-01-01"}"#)
    #expect(message.fromName == nil)
    #expect(message.isSystemMessage)
    #expect(message.isDeleted)
  }

  @Test func `an app is named where no person wrote`() throws {
    let message: ChatMessage = try view(
      #"{"id":"1","from":{"user":null,"application":{"displayName":"Bot"}}}"#)
    #expect(message.fromName == "Bot")
  }

  @Test(arguments: [
    (#"{"roles":[]}"#, "member"), (#"{"roles":["Owner"]}"#, "owner"), ("{}", "member"),
  ])
  func `a member's role is one word`(document: String, role: String) throws {
    #expect(try view(document, as: ConversationMember.self).role == role)
  }

  @Test func `a tenant names its default domain`() throws {
    let organization: Organization = try view(
      """
      {"id":"x","verifiedDomains":[{"name":"a.example","isDefault":false},
      {"name":"b.example","isDefault":true}]}
      """)
    #expect(organization.defaultDomain == "b.example")
    #expect(try view("{}", as: Organization.self).defaultDomain == nil)
  }

  @Test func `a group knows whether it is a team`() throws {
    let group: Group = try view(#"{"resourceProvisioningOptions":["Team"]}"#)
    #expect(group.isTeam)
    #expect(try !view("{}", as: Group.self).isTeam)
  }

  @Test func `missing and null fields are the same, and an empty document has an empty name`()
    throws
  {
    let team: Team = try view(#"{"description":null}"#)
    #expect(team.id.isEmpty)
    #expect(team.description == nil)
    #expect(team.isArchived == nil)
  }

  private static let examples = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/reference/graph-examples.ndjson")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: examples.path)))
  func `documented messages, teams and members are read`() throws {
    var read = 0
    for line in try String(contentsOf: Self.examples, encoding: .utf8).split(separator: "\n") {
      let example = try JSON(parsing: Array(line.utf8))
      guard let body = example.value(at: "response.body"), body.object != nil else { continue }
      for document in body["value"]?.array ?? [body] where document["id"]?.string != nil {
        #expect(!Team(document: document).id.isEmpty)
        if document["messageType"]?.string == "message" {
          let message = ChatMessage(document: document)
          #expect(message.body != nil && !message.isSystemMessage)
          read += 1
        }
      }
    }
    #expect(read > 10)
  }
}
