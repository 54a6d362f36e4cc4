import Documents
import Foundation
import TestSupport
import Testing

/// Shells killed with signal 9 in the middle of writes: what was acknowledged is there once.
struct KillTests {
  private static let kills = 100
  private static let place = "Contoso IT/General"

  @Test func `a hundred kills lose no acknowledged write, double none, and leave a usable home`()
    throws
  {
    let home = try Home()
    let record = home.file("record.ndjson")
    let tenant = try Tenant(["--record", record])
    let token = try tenant.token()
    let environment = home.environment.merging(tenant.environment) { $1 }
      .merging(["TEAMSH_ACCESS_TOKEN": token]) { $1 }
    var random = SeededGenerator(seed: 9)
    var acknowledged: [String] = []
    for number in 1...Self.kills {
      let moment = Int.random(in: 1...400, using: &random)
      acknowledged += try Self.killedRun(number, after: moment, environment: environment)
    }

    let sent = try Self.messages(of: tenant, token: token)
    #expect(!acknowledged.isEmpty)
    for text in acknowledged { #expect(sent[text] == 1, "\(text)") }
    for (text, count) in sent { #expect(count == 1, "\(text) is there \(count) times") }

    let journal = try Self.journal(of: home)
    let created = try Self.createdRequests(in: record)
    #expect(journal.done.count >= acknowledged.count)
    for id in journal.done { #expect(created[id] == 1, "\(id)") }
    #expect(sent.count <= journal.done.count + journal.open)

    let next = try ShellTerminal(home: home, environment: environment)
    if journal.open > 0 {
      try next.terminal.wait(for: "\(journal.open) earlier write(s) ended without an answer")
    }
    try next.prompt()
    try next.run("use '\(Self.place)'", then: "megan@contoso \(Self.place)> ")
    #expect(try next.run("message send 'after all'").contains("Sent to"))
    #expect(try next.run("history").contains("message send 'after all'"))
    let unknown = try Run(["-c", "journal list --unknown -o ids"], in: environment)
    #expect(unknown.output.split(separator: "\n").count == journal.open)
    let shown = try Run(["-c", "cache show -o csv"], in: environment)
    #expect(shown.code == 0 && shown.errors.isEmpty, "\(shown.errors)")
  }

  @Test func `a prompt that is killed keeps every line that it ran`() throws {
    let home = try Home()
    let server = try ScriptedServer { _ in .reply("200 OK", [], "{\"value\":[]}") }
    var random = SeededGenerator(seed: 4)
    let numbers = 1...12
    for number in numbers {
      let shell = try ShellTerminal(
        home: home, environment: BadAnswerTests.environment(home, server.root))
      try shell.prompt()
      try shell.run("echo kept \(number)")
      let more = (1...Int.random(in: 1...8, using: &random)).map {
        "graph post /teams/\($0)/x {}\r"
      }
      shell.type(more.joined() + "echo half")
      if Bool.random(using: &random) { try shell.prompt() }
      shell.terminal.send(signal: SIGKILL)
      #expect(try shell.terminal.waitForExit() == 128 + SIGKILL)
    }
    let lines = home.text(of: "history").split(separator: "\n")
    for line in lines { #expect(throws: Never.self) { try JSON(parsing: Array(line.utf8)) } }
    for number in numbers {
      #expect(lines.filter { $0.contains("\"echo kept \(number)\"") }.count == 1)
    }
  }

  /// Sends messages until killed.
  ///
  /// - Returns: The messages that the shell had said it sent.
  private static func killedRun(
    _ number: Int, after milliseconds: Int, environment: [String: String]
  ) throws -> [String] {
    let texts = (1...40).map { "kill \(number) message \($0)" }
    let script = texts.map {
      "message send '\($0)' --channel '\(place)' > /dev/null; echo 'sent \($0)'"
    }
    let output = try ChildProcess.pipe()
    let shell = try ChildProcess(
      Product.shell(), ["-c", script.joined(separator: "\n")], environment: environment,
      output: output.writing.fileDescriptor)
    try output.writing.close()
    shell.kill(after: milliseconds)
    let said = String(decoding: output.reading.readDataToEndOfFile(), as: UTF8.self)
    _ = try shell.waitForExit()
    return texts.filter { said.contains("sent \($0)\n") }
  }

  /// How often each message of this test is in the channel.
  private static func messages(of tenant: Tenant, token: String) throws -> [String: Int] {
    let team = try id(of: "Contoso IT", in: tenant.get("/teams", token: token))
    let channel = try id(of: "General", in: tenant.get("/teams/\(team)/channels", token: token))
    var counts: [String: Int] = [:]
    var next: String? = "/teams/\(team)/channels/\(channel)/messages?$top=50"
    while let path = next {
      let page = try tenant.get(path, token: token)
      for message in page["value"]?.array ?? [] {
        let text = message["body"]?["content"]?.string ?? ""
        if text.hasPrefix("kill ") { counts[text, default: 0] += 1 }
      }
      next = page["@odata.nextLink"]?.string.map {
        String($0.dropFirst("\(tenant.root)/v1.0".count))
      }
    }
    return counts
  }

  private static func id(of name: String, in page: JSON) throws -> String {
    let match = page["value"]?.array?.first { $0["displayName"]?.string == name }
    return try #require(match?["id"]?.string)
  }

  /// The request ids of the writes with the outcome `done`, and how many have no outcome.
  private static func journal(of home: Home) throws -> (done: [String], open: Int) {
    var open: Set<String> = []
    var done: [String] = []
    for line in home.text(of: "journal.ndjson").split(separator: "\n") {
      guard let entry = try? JSON(parsing: Array(line.utf8)), let key = entry["key"]?.string
      else { continue }
      if entry["event"]?.string == "intent" {
        open.insert(key)
      } else {
        open.remove(key)
        if entry["result"]?.string == "done" { done.append(entry["requestId"]?.string ?? key) }
      }
    }
    return (done, open.count)
  }

  /// How often the tenant created something under each request id.
  private static func createdRequests(in record: String) throws -> [String: Int] {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: record)), as: UTF8.self)
    var counts: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let entry = try JSON(parsing: Array(line.utf8))
      guard entry["method"]?.string == "POST", entry["status"]?.int == 201 else { continue }
      counts[entry["request-id"]?.string ?? "", default: 0] += 1
    }
    return counts
  }
}
