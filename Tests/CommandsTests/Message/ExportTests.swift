import CommandKit
import Documents
import Foundation
import Simulator
import TestSupport
import Testing

/// Whole exports of a company, with what can go wrong on the way.
struct ExportTests {
  private static let scopes = [
    "User.Read", "Team.ReadBasic.All", "Channel.ReadBasic.All", "ChannelMessage.Read.All",
    "Chat.Read",
    "ChannelMessage.Send", "Chat.Create", "ChatMessage.Send", "User.ReadBasic.All",
    "Files.ReadWrite.All",
  ]

  /// Serves a company that does as the rules say, with somebody signed in who may do all of it.
  private static func serve(
    _ rules: [JSON] = [], _ body: (TestSession, _ folder: TemporaryHome) async throws -> Void
  ) async throws {
    let folder = try TemporaryHome()
    let faults: JSON = ["rules": .array(rules)]
    let file = try folder.write(faults.text(), to: "faults.json")
    try await SimulatedTenant.serve {
      if !rules.isEmpty { $0.faultFile = file }
    } _: { tenant in
      let session = try tenant.session { $0.clock = InstantClock() }
      try await tenant.signIn(session, scopes: scopes)
      try await body(session, folder)
    }
  }

  private static func rule(_ path: String, _ fault: (String, JSON)...) -> JSON {
    .object(JSONObject([("method", "GET"), ("path", .string(path))] + fault))
  }

  private static let channelMessages = "/teams/{}/channels/{}/messages"

  private func lines(_ path: String) throws -> [JSON] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSON(parsing: String($0))
    }
  }

  /// Sends a message into the helpdesk with files that hang on it.
  private func attach(_ names: [String], in session: TestSession) async throws {
    let attachments: [JSON] = try await names.asyncMap { name in
      let answer = try await session.result(
        of: "graph get '/me/drive/root:/\(name)' --jq .webUrl || true")
      let address = answer.isEmpty ? "https://contoso.sharepoint.com/sites/x/Gone/\(name)" : answer
      return [
        "id": .string(name), "contentType": "reference", "name": .string(name),
        "contentUrl": .string(address.trimmingCharacters(in: .whitespacesAndNewlines)),
      ]
    }
    let message: JSON = ["body": ["content": "Files"], "attachments": .array(attachments)]
    _ = try await session.result(of: "use 'Contoso IT/Helpdesk'; message='\(message.text())'")
    _ = try await session.result(
      of: #"graph post "/teams/$team/channels/$channel/messages" $message"#)
  }

  @Test func `every message is written once, the oldest first, whatever goes wrong on the way`()
    async throws
  {
    let rules = [
      Self.rule(
        Self.channelMessages, ("fault", "status"), ("status", 429), ("nth", 2),
        ("headers", ["Retry-After": "1"])),
      Self.rule(Self.channelMessages, ("fault", "reset-unacted"), ("nth", 4)),
      Self.rule(Self.channelMessages, ("fault", "truncate"), ("nth", 7)),
      Self.rule(Self.channelMessages, ("fault", "status"), ("status", 503), ("nth", 9)),
    ]
    try await Self.serve(rules) { session, folder in
      let file = folder.file("general.ndjson")
      let said = try await session.result(of: "message export 'Contoso IT/General' --to \(file)")
      #expect(said.contains("Exported 1021 messages of Contoso IT/General"))
      let messages = try lines(file)
      let ids = messages.compactMap { message in message["id"]?.string }
      #expect(Set(ids).count == 1021)
      #expect(messages.allSatisfy { message in message["replies"] == nil })
      let first = messages.filter { $0["replyToId"]?.isNull == true }.compactMap {
        $0["createdDateTime"]?.string
      }
      #expect(first == first.sorted() && first.count < 1021)
      var parent = ""
      for message in messages {
        if let answered = message["replyToId"]?.string {
          #expect(answered == parent)
        } else {
          parent = message["id"]?.string ?? ""
        }
      }
    }
  }

  @Test func `a channel that fails does not stop the others, and the next run brings it`()
    async throws
  {
    let bad = Self.rule(Self.channelMessages, ("fault", "invalid-json"), ("nth", 3))
    try await Self.serve([bad]) { session, folder in
      let line = "message export 'Contoso IT' --to \(folder.path)/it --format markdown"
      #expect(await session.run(line) == .partly)
      #expect(session.errors.text.contains("Exported 6 of 7 channels and chats."))
      #expect(session.errors.text.contains("Graph's answer is cut short or no JSON."))
      let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/it")
      #expect(files.count == 7 && files.allSatisfy { !$0.hasPrefix(".") }, "\(files)")
      let states = try await session.result(of: line + " --jq .state")
      #expect(
        states.matches(of: /unchanged/).count == 6 && states.matches(of: /exported/).count == 1)
      _ = try await session.result(of: "message send Hello --channel 'Contoso IT/Helpdesk'")
      let changed = try await session.result(
        of: line + " --jq 'select(.state == \"exported\").place'")
      #expect(changed == "Contoso IT/Helpdesk\n")
    }
  }

  @Test func `attachments are saved beside and linked, and what is missing is said for each`()
    async throws
  {
    let rules = [
      Self.rule("/shares/{}/driveItem/content", ("fault", "status"), ("status", 403), ("nth", 4))
    ]
    try await Self.serve(rules) { session, folder in
      for name in ["plan.json", "big.json", "closed.json"] {
        let body = name == "big.json" ? "\"\(String(repeating: "x", count: 1_200_000))\"" : "{}"
        _ = try await session.result(of: "graph put '/me/drive/root:/\(name):/content' '\(body)'")
      }
      try await attach(["plan.json", "big.json", "gone.json", "closed.json"], in: session)
      let line = "message export --to \(folder.path)/x.html --attachments --attachment-limit 1"
      #expect(await session.run(line) == .partly)
      let errors = session.errors.text
      #expect(errors.contains("gone.json of message"))
      #expect(errors.contains(" is not there any more"))
      #expect(errors.contains(" has 1 MiB, more than the limit of 1"))
      #expect(errors.contains("closed.json of message"))
      #expect(errors.contains(" may not be read by this sign-in"))
      // What was said before brings pictures of its own.
      let saved = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/x.files")
        .filter { !$0.contains(" image ") }
      let plan = try #require(saved.first { $0.hasSuffix(" plan.json") })
      #expect(saved.count == 2 && saved.contains("index.ndjson"), "\(saved)")
      let listed = try lines("\(folder.path)/x.files/index.ndjson").filter {
        $0["name"] != "image 1"
      }
      #expect(listed.count == 4)
      let page = try String(contentsOfFile: "\(folder.path)/x.html", encoding: .utf8)
      #expect(page.contains("href=\"./x.files/\(plan.replacing(" ", with: "%20"))\""))
      #expect(page.contains("gone.json <span class=\"missing\">is not there any more</span>"))
      #expect(!page.contains("<script"))
    }
  }

  @Test func `a sign-in without the permission for files is told so at once`() async throws {
    try await SimulatedTenant.serve { tenant in
      let session = try tenant.session()
      try await tenant.signIn(session, scopes: Self.scopes)
      _ = try await session.result(of: "graph put '/me/drive/root:/plan.json:/content' '{}'")
      try await attach(["plan.json"], in: session)
      try session.signIn(
        try await tenant.token(
          ofPersonWith: Self.scopes.filter { !$0.hasPrefix("Files") }))
      let folder = try TemporaryHome()
      let line = "message export 'Contoso IT' --to \(folder.path) --attachments"
      #expect(await session.run(line) == .permission)
      #expect(session.errors.text.contains("message export needs Files.Read;"))
    }
  }

  @Test(arguments: [
    ("message export 'Contoso IT' --to x.html", "--to"),
    ("message export 'Contoso IT/General' --to x.html --format markdown", "--to"),
    ("message export 'Contoso IT' --to x --channel General", "do not go with"),
    ("message export 'Contoso IT' --to x --attachment-limit 3", "--attachments"),
    ("message export --to x", "Which"), ("message export 'Contoso IT'", "--to"),
  ])
  func `what cannot be meant is refused`(_ line: String, _ words: String) async throws {
    try await Self.serve { session, _ in
      #expect(await session.run(line) == .usage)
      #expect(session.errors.text.contains(words), "\(session.errors.text)")
    }
  }

  @Test(.tenant) func `a restricted session writes no files`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session { $0.options.isRestricted = true }
    try await tenant.signIn(session)
    #expect(await session.run("message export 'Contoso IT/General' --to x.html") == .permission)
  }

  @Test func `a chat's messages of some time are read no further than that`() async throws {
    try await Self.serve { session, folder in
      _ = try await session.result(of: "use 'Project X'; message send New")
      let file = folder.file("x.ndjson")
      _ = try await session.result(of: "message export --to \(file) --since 1h")
      let contents = try lines(file).compactMap { message in
        message.value(at: "body.content")?.string
      }
      #expect(contents == ["New"])
      _ = try await session.result(of: "message export --to \(file) --until 1h")
      let hasNew = try lines(file).contains { message in
        message.value(at: "body.content")?.string == "New"
      }
      #expect(!hasNew)
      let times = try lines(file).compactMap { $0["createdDateTime"]?.string }
      #expect(!times.isEmpty && times == times.sorted())
    }
  }
}

extension Sequence {
  /// Maps one element after the other.
  fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows
    -> [Value]
  {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
