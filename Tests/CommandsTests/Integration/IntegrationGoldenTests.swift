import CommandKit
import Commands
import Documents
import Foundation
import Output
import Simulator
import TestSupport
import Testing

/// What each command of the integration sends, shows and keeps in its context, word for word.
///
/// A file of `Lines` holds lines of one command: its name, and behind a full stop what they are about. What
/// differs from company to company, such as the ids of what is made, is numbered.
struct IntegrationGoldenTests {
  @Test(.tenant, arguments: try GoldenLines.all())
  func `the requests, the text and the refusals of a command`(lines: GoldenLines) async throws {
    try expectSnapshot(
      try await transcript(of: lines, ending: ""), named: "\(lines).txt", file: #filePath)
  }

  @Test(.tenant, arguments: try GoldenLines.all())
  func `the context of a command`(lines: GoldenLines) async throws {
    try expectSnapshot(
      try await transcript(of: lines, ending: " -o json"), named: "\(lines).json.txt",
      file: #filePath)
  }

  @Test func `every command has its lines`() throws {
    let commands = Set(try GoldenLines.all().map(\.command))
    #expect(commands == Set(IntegrationCommand.all.map(\.name)))
  }

  private func transcript(of lines: GoldenLines, ending: String) async throws -> String {
    let tenant = try SimulatedTenant.here()
    let home: TemporaryHome
    if lines.hasBot {
      home = try tenant.botHome(lines.profile)
    } else {
      home = try TemporaryHome()
      try home.writeProfile(secret: tenant.address.clientSecret, lines.profile)
    }
    let session = try tenant.session(home: home)
    try await tenant.signIn(session)
    var record = ""
    var last = ""
    for (line, isRecorded) in lines.lines(graph: tenant.address.graph) {
      guard isRecorded else {
        last = try await session.result(of: line).filter { !$0.isNewline }
        continue
      }
      let line = line.replacing("{last}", with: last)
      tenant.transport.forget()
      let (output, errors) = (session.output.text.count, session.errors.text.count)
      let code = await session.run(line + ending)
      record += "> \(line)\n"
      if ending.isEmpty {
        for request in tenant.transport.graphRequests { record += "  \(request)\n" }
        for (request, body) in tenant.transport.connectorCalls {
          record += "  \(request)\n" + (body.map { "    \($0.text())\n" } ?? "")
        }
      }
      record += session.output.text.dropFirst(output)
      record += session.errors.text.dropFirst(errors)
      record += code == .done ? "\n" : "exit \(code.rawValue)\n\n"
    }
    return Self.steady(record, address: tenant.address.login)
  }

  /// Numbers what is another thing in each company: ids, times, and where it is.
  private static func steady(_ text: String, address: String) -> String {
    var seen: [String: Int] = [:]
    func numbered(_ name: String, _ match: Substring) -> String {
      let number = seen[String(match)] ?? seen.count + 1
      seen[String(match)] = number
      return "{\(name) \(number)}"
    }
    var text = text.replacing(address, with: "{login}")
    let id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
    text = text.replacing(/\d{4}-\d\d-\d\dT[0-9:.]+Z/, with: "{time}")
    text = text.replacing(id) { numbered("id", $0.output) }
    text = text.replacing(/29:1[A-Za-z0-9_-]{20,}/) { numbered("account", $0.output) }
    text = text.replacing(/a(?::|%3A)1[A-Za-z0-9_-]{20,}/) { numbered("conversation", $0.output) }
    text = text.replacing(/[0-9a-f]{32}/) { numbered("thread", $0.output) }
    text = text.replacing(/\b1[67]\d{11}\b/) { numbered("message", $0.output) }
    // Both are made of ids and times.
    text = text.replacing(/skiptoken=[A-Za-z0-9_-]+/, with: "skiptoken={token}")
    text = text.replacing(/"MSp[A-Za-z0-9_-]+"/, with: "\"{meeting}\"")
    return text
  }
}
