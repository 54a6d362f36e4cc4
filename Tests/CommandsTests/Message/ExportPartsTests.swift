import CommandKit
import Documents
import Foundation
import Graph
import TestSupport
import Testing

@testable import Commands

/// What an export decides without asking anybody.
struct ExportPartsTests {
  @Test(arguments: [
    ("General", "General"), ("R/D", "R_D"), ("../../etc/passwd", "_._.._etc_passwd"), ("..", "_"),
    (".hidden", "_hidden"), ("", "_"), ("   ", "_"), ("a\u{202E}b\nc\0d", "a_b c_d"),
    ("CON", "_CON"), ("nul.txt", "_nul.txt"), ("COM1", "_COM1"), ("COM10", "COM10"),
    ("What? \"Now\": <x>|*", "What_ _Now__ _x___"), ("ends. . ", "ends"), ("日本語 🔥", "日本語 🔥"),
    ("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"), ("tab\there", "tab here"), ("C:\\x", "C__x"),
  ])
  func `a name becomes one that every file system takes`(_ name: String, _ safe: String) {
    #expect(ExportFileName.safe(name) == safe)
  }

  @Test func `a long name is cut between characters`() {
    let safe = ExportFileName.safe(String(repeating: "👨‍👩‍👧‍👦", count: 100))
    #expect(safe.utf8.count <= 150 && safe.allSatisfy { $0 == "👨‍👩‍👧‍👦" } && !safe.isEmpty)
  }

  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.5Z", 500),
      ("2000-02-29T12:00:00.123Z", 951_825_600_123),
      ("2026-11-24T08:15:30.1234567Z", 1_795_508_130_123),
    ] as [(String, Int)])
  func `a time is a number`(_ text: String, _ number: Int) {
    #expect(MessageTime.milliseconds(text) == number)
  }

  @Test(arguments: [
    "", "2026-11-24", "2026-11-24T08:15:30", "2026-11-24T08:15:30.Z", "20x6-11-24T08:15:30Z",
  ])
  func `what is no time is none`(_ text: String) {
    #expect(MessageTime.milliseconds(text) == nil)
  }

  @Test(
    arguments: [
      ("x.html", ExportFormat.html), ("a/b.MD", .markdown), ("x.ndjson", .ndjson), ("x.htm", .html),
      ("folder", nil), ("a.html/", nil), (".html", nil), ("x.txt", nil), ("a.md/b", nil),
    ] as [(String, ExportFormat?)])
  func `an ending tells a format`(_ path: String, _ format: ExportFormat?) {
    #expect(ExportFormat(path: path) == format)
  }

  @Test func `a card is read in the order in which it is shown`() {
    let card = """
      {"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"Ticket 4711"},
      {"type":"ColumnSet","columns":[{"items":[{"type":"RichTextBlock","inlines":["a",{"text":"b"}]}]}]},
      {"type":"FactSet","facts":[{"title":"State","value":"open"}]},
      {"type":"Image","altText":"A chart","url":"https://x/y.png"}],
      "actions":[{"type":"Action.OpenUrl","title":"Open","url":"https://x/4711"}]}
      """
    #expect(
      CardText.lines(card) == [
        "Ticket 4711", "a", "b", "State: open", "A chart", "Open (https://x/4711)",
      ])
    #expect(CardText.lines("{") == [] && CardText.lines(nil) == [])
  }

  @Test func `an event of Teams is told in words`() {
    let message = ChatMessage(
      document: [
        "messageType": "systemEventMessage",
        "eventDetail": [
          "@odata.type": "#microsoft.graph.membersAddedEventMessageDetail",
          "members": [
            ["id": "1", "displayName": "Adele Vance"], ["id": "2", "displayName": nil],
          ],
          "initiator": ["user": ["displayName": "Megan Bowen"]],
        ],
      ])
    #expect(message.eventWords == "Members added: Adele Vance, 2 (by Megan Bowen)")
    #expect(ChatMessage(document: ["eventDetail": nil]).eventWords == "System event")
  }

  @Test(
    arguments: [
      (
        "https://graph.microsoft.com/v1.0/teams/t/channels/c/messages/1/hostedContents/aWQ9/$value",
        "aWQ9"
      ),
      ("https://evil.example/hostedContents/a%2F..%2Fb/$value", "a/../b"),
      ("https://x/hostedContents/$value", nil), ("https://x/pixel.gif", nil),
      ("https://x/hostedContents/a", nil),
    ] as [(String, String?)])
  func `of a picture's address only its id counts`(_ address: String, _ id: String?) {
    #expect(AttachmentSaver.hostedContent(address) == id)
  }

  @Test func `an address is shared as Graph wants it`() {
    #expect(
      AttachmentSaver.shareID("https://contoso.sharepoint.com/a?b>c")
        == "u!aHR0cHM6Ly9jb250b3NvLnNoYXJlcG9pbnQuY29tL2E_Yj5j")
  }

  @Test func `files keep their names from run to run, and never take another's`() throws {
    let home = try TemporaryHome()
    try home.write("mine", to: "Taken.html")
    let ledger = try ExportLedger(folder: home.path)
    let first = ledger.stem(of: "1", named: "A/B")
    let second = ledger.stem(of: "2", named: "a_b")
    #expect(first == "A_B" && second == "a_b \(ExportFileName.mark("2"))")
    #expect(ledger.stem(of: "1", named: "A/B") == first)
    #expect(ledger.stem(of: "3", named: "Taken") != "Taken")
    #expect(ledger.stem(of: "4", named: "export") != "export")
    try ledger.add(record("2", file: "\(second).md"))
    try home.write(
      try String(contentsOfFile: home.file(ExportLedger.name), encoding: .utf8) + "{\"key\":\"9\",",
      to: ExportLedger.name)
    let again = try ExportLedger(folder: home.path)
    #expect(again.stem(of: "2", named: "Renamed") == second)
    #expect(again.record(of: "2")?.messages == 3 && again.record(of: "9") == nil)
  }

  @Test func `a list that somebody changed leads to no other folder`() {
    #expect(ExportRecord(["key": "1", "file": "../x.md"]) == nil)
    #expect(ExportRecord(["key": "1", "file": "x.md"])?.stem == "x")
  }

  private func record(_ key: String, file: String) -> ExportRecord {
    ExportRecord(
      key: key, place: "x", file: file, wishes: "markdown", stamp: "1", messages: 3, attachments: 0,
      missing: [])
  }

  @Test func `a reply that is wanted keeps its message, and both come oldest first`() throws {
    let text = """
      {"id":"1","createdDateTime":"2026-01-01T00:00:00Z","replies@odata.count":2,"replies":[
      {"id":"3","createdDateTime":"2026-01-03T00:00:00Z"},
      {"id":"2","createdDateTime":"2026-01-02T00:00:00Z"}]}
      """
    let chain = MessageChain(try JSONSlice(checking: Array(text.utf8)))
    func ids(_ since: String?, _ until: String? = nil, replies: Bool = true) -> [String] {
      var wishes = ExportWishes(format: .ndjson)
      wishes.since = since.flatMap(TimeText.date)
      wishes.until = until.flatMap(TimeText.date)
      wishes.hasReplies = replies
      let lines = chain.lines(wishes)
      let ids = String(decoding: lines.bytes, as: UTF8.self).matches(of: /"id":"(.)"/).map {
        String($0.1)
      }
      #expect(ids.count == lines.count)
      return ids
    }
    #expect(ids(nil) == ["1", "2", "3"])
    #expect(ids("2026-01-03T00:00:00Z") == ["1", "3"])
    #expect(ids(nil, "2026-01-02T00:00:00Z") == ["1"])
    #expect(ids("2026-01-04T00:00:00Z") == [])
    #expect(ids("2026-01-02T00:00:00Z", replies: false) == [])
    #expect(chain.activity == MessageTime.milliseconds("2026-01-03T00:00:00Z"))
  }
}
