import Documents
import Testing

@testable import Bot

struct ActivityTests {
  private func activity(_ text: String) throws -> Activity {
    Activity(document: try JSON(parsing: text))
  }

  @Test func `a channel message is read through its accessors`() throws {
    let activity = try activity(
      """
      {"type":"message","id":"1700000000000","timestamp":"2026-01-02T03:04:05.678Z",
       "serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams",
       "from":{"id":"29:adele","name":"Adele Vance","aadObjectId":"u-1"},
       "conversation":{"id":"19:general@thread.tacv2;messageid=1700000000000",
         "conversationType":"channel","tenantId":"t-2","isGroup":true},
       "recipient":{"id":"28:bot","name":"Ops"},
       "entities":[{"type":"mention","text":"<at>Ops</at>","mentioned":{"id":"28:bot"}}],
       "text":"<at>Ops</at> the printer burns\\n",
       "replyToId":"1699999999999",
       "channelData":{"eventType":"x","team":{"id":"19:team","aadGroupId":"g-1","name":"IT"},
         "channel":{"id":"19:general","name":"General"},"tenant":{"id":"t-1"}}}
      """)
    #expect(activity.kind == .message)
    #expect(activity.serviceURL == "https://smba.trafficmanager.net/emea/")
    #expect(activity.channelID == "msteams")
    #expect(activity.from?.userID == "u-1")
    #expect(activity.recipient?.name == "Ops")
    #expect(activity.tenantID == "t-1")
    #expect(activity.teamID == "19:team")
    #expect(activity.teamGroupID == "g-1")
    #expect(activity.teamName == "IT")
    #expect(activity.teamsChannelID == "19:general")
    #expect(activity.teamsChannelName == "General")
    #expect(activity.replyToID == "1699999999999")
    #expect(!activity.isPersonal)
    #expect(activity.plainText == "the printer burns")
    #expect(activity.mentionsBot)
    #expect(activity.value == nil)
  }

  @Test(arguments: [
    // Who else is mentioned stays; so does what only looks like the bot.
    ("<at>Ops</at> ask <at>Adele</at>", "ask <at>Adele</at>"),
    ("  <at>Ops</at>&nbsp;help&nbsp; ", "help"),
    ("<at>Ops</at><at>Ops</at>", ""),
    ("no mention", "no mention"),
    ("<at>Opsy</at> hi", "<at>Opsy</at> hi"),
  ])
  func `only the bot's own mention leaves the text`(text: String, expected: String) throws {
    let document: JSON = [
      "type": "message", "text": .string(text), "recipient": ["id": "28:bot", "name": "Ops"],
    ]
    #expect(Activity(document: document).plainText == expected)
  }

  @Test func `a mention by another name than the bot's is known by its entity`() throws {
    let activity = try activity(
      """
      {"type":"message","text":"<at>Ops Bot</at> hi","recipient":{"id":"28:bot","name":"Ops"},
       "entities":[{"type":"mention","text":"<at>Ops Bot</at>","mentioned":{"id":"28:bot"}},
                   {"type":"clientInfo"}]}
      """)
    #expect(activity.plainText == "hi")
  }

  @Test(arguments: [
    (#"{"type":"typing"}"#, Activity.Kind.other), (#"{"type":"other"}"#, .other), ("{}", .other),
    (#"{"type":7}"#, .other), (#"{"type":"invoke"}"#, .invoke),
    (#"{"type":"installationUpdate"}"#, .installationUpdate),
  ])
  func `a kind without a meaning is another one`(text: String, kind: Activity.Kind) throws {
    #expect(try activity(text).kind == kind)
  }

  @Test(arguments: ["null", #""""#, "{}"])
  func `an empty value is none`(value: String) throws {
    #expect(try activity("{\"type\":\"message\",\"value\":\(value)}").value == nil)
  }

  @Test func `a redelivery has the key of the first delivery`() throws {
    let text = #"{"type":"message","id":"1","conversation":{"id":"c"},"text":"a"}"#
    #expect(try activity(text).deliveryKey == activity(text).deliveryKey)
  }

  @Test func `what is not the same delivery has another key`() throws {
    let keys = try [
      #"{"type":"message","id":"1","conversation":{"id":"c"}}"#,
      #"{"type":"message","id":"2","conversation":{"id":"c"}}"#,
      #"{"type":"message","id":"1","conversation":{"id":"d"}}"#,
      #"{"type":"messageUpdate","id":"1","conversation":{"id":"c"},"timestamp":"t1"}"#,
      #"{"type":"messageUpdate","id":"1","conversation":{"id":"c"},"timestamp":"t2"}"#,
      #"{"type":"messageDelete","id":"1","conversation":{"id":"c"},"timestamp":"t2"}"#,
      #"{"type":"messageUpdate","id":"1","conversation":{"id":"c"},"text":"a"}"#,
      #"{"type":"messageUpdate","id":"1","conversation":{"id":"c"},"text":"b"}"#,
      #"{"type":"conversationUpdate","conversation":{"id":"c"},"text":"a"}"#,
      #"{"type":"conversationUpdate","conversation":{"id":"c"},"text":"b"}"#,
      #"{"type":"message","id":"","conversation":{"id":"c 1:1"}}"#,
      #"{"type":"message","id":"1:1 ","conversation":{"id":"c"}}"#,
    ].map { try activity($0).deliveryKey }
    #expect(Set(keys).count == keys.count)
  }
}
