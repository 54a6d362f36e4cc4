import CommandKit
import Documents
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Simulator

/// What the tenant can let go wrong with the writes whose paths name no place: one after the other, each
/// kind in a tenant of its own, whose state is held against what was said.
struct PlacelessFaultTests {
  @Test(arguments: FaultMatrixTests.Version.allCases, TriedWrite.placeless)
  func `what is said of such a write is what the tenant saw, and holds`(
    version: FaultMatrixTests.Version, write: TriedWrite
  ) async throws {
    let trace = try #require(write.trace)
    let home = try TemporaryHome()
    let (grounds, places) = try await Grounds.lay(in: home, [.team, .chat], people: 80)
    let files = try [
      ("SMALLFILE", 1_000), ("TWORANGES", 5_600_000), ("ONERANGE", 4_300_000),
    ].map { name, size in
      try (name, home.write(String(repeating: "x", count: size), to: "\(name.lowercased()).bin"))
    }
    #expect(
      grounds.strangers.count >= trace.mishaps.count || trace.effects?.contains("chats") != true)
    // Whoever finds the clock moved has another tenant from then on.
    let trials = trace.mishaps.filter { !$0.concernsAll }.enumerated().map { number, mishap in
      Trial(
        mishap: mishap, write: write, grounds: grounds,
        words: files + [
          ("TEAM", places[0]), ("CHAT", places[1]),
          ("PERSON", grounds.strangers[number % grounds.strangers.count]),
        ])
    }
    let faultFile = try home.write(#"{"rules": []}"#, to: "faults.json")
    try await SimulatedTenant.serve {
      $0.usesTLS = version == .http2
      $0.dataFile = grounds.file
      $0.faultFile = faultFile
      $0.recordFile = home.file("record.ndjson")
    } _: { tenant in
      var record = RecordTail(path: home.file("record.ndjson"))
      for isTiring in [false, true] {
        let own = trials.filter { $0.mishap.tiresClient == isTiring }
        if own.isEmpty { continue }
        let session = try await tenant.shell(
          hurryingAt: isTiring ? ["/"] : [], withBot: write.isOfBot)
        try await tenant.signInApp(session)
        if write.isOfBot {
          _ = try await session.result(of: "app add 'Contoso Bot' --team \(places[0]) || true")
        }
        for trial in own {
          try tenant.follow(trial.rules)
          _ = try record.next()
          let before = try await tenant.count(for: trace)
          let report = try await trial.run(in: session)
          let after = try await tenant.count(for: trace)
          let lines = try record.next().filter {
            $0["method"]?.string == write.method
              && trace.marks($0["path"]?.string ?? "")
          }
          var findings = report.findings(
            in: lines, expected: write.verdicts(after: trial.mishap),
            effects: trace.effects == nil ? nil : after.effects - before.effects,
            tries: trace.part == nil ? nil : Self.tries(lines))
          let messages = after.messages - before.messages
          if trace.hasMessage, (messages == 1) != (report.verdict == .done) {
            findings.append("it ends as \(report.verdict), and \(messages) messages were sent")
          }
          for finding in findings {
            Issue.record("\(trial): \(finding)\n\(report.errors)")
          }
        }
      }
    }
  }

  /// How often the last of the ranges was sent, be it unread.
  private static func tries(_ lines: [JSON]) -> Int {
    let last = lines.compactMap { $0["sha256"]?.string }.last
    return lines.count { $0["sha256"]?.string == last || $0["sha256"]?.string == nil }
  }
}

extension TriedWrite.Trace {
  /// Whether something that arrived under a path is the write.
  fileprivate func marks(_ path: String) -> Bool {
    isMarkedAtEnd ? path.hasSuffix(mark) : path.contains(mark)
  }
}

extension SimulatedTenant {
  /// Lets other things go wrong from now on.
  fileprivate func follow(_ rules: [JSON]) throws {
    let document: JSON = ["rules": .array(rules)]
    try #require(server.faults).follow(try FaultPlan(Array(document.text().utf8)))
  }

  /// How often the effect of a write is in the tenant, and how many messages are.
  fileprivate func count(
    for trace: TriedWrite.Trace
  ) async throws -> (effects: Int, messages: Int) {
    try await server.tenant.read { db in
      let effects = try trace.effects.map { try Int.fetchOne(db, sql: $0) ?? 0 } ?? 0
      return (effects, try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM messages") ?? 0)
    }
  }
}
