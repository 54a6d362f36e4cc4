import CommandKit
import Foundation
import Graph
import Identity
import TestSupport
import Testing
import Transport

@testable import Commands

/// What the doctor makes of the facts.
struct FindingTests {
  @Test(arguments: [
    ([], "warning"), ([0.4, -3], "ok"), ([59], "ok"), ([61], "warning"), ([-61], "warning"),
    ([301], "failure"), ([-9000], "failure"), ([4000, 2], "ok"),
  ])
  func `a clock that is off by minutes is a failure`(offsets: [Double], level: String) {
    #expect(ClockReading(offsets).finding.level.rawValue == level)
  }

  @Test func `a clock's finding says which way it is off`() {
    #expect(ClockReading([400]).finding.found == "It is 6:40 min behind the servers'.")
    #expect(ClockReading([-400]).finding.found == "It is 6:40 min ahead of the servers'.")
  }

  @Test(arguments: [
    (200, 0.1, "ok", "ok"), (200, 3.0, "warning", "warning"), (401, 0.1, "failure", "ok"),
    (400, 0.1, "failure", "failure"), (404, 0.1, "failure", "failure"),
    (503, 0.1, "failure", "failure"), (302, 0.1, "failure", "failure"),
  ])
  func `an answer tells whether a server is there`(
    status: Int, seconds: Double, signIn: String, graph: String
  ) {
    let endpoint = ServerProbe(host: "host", status: status, seconds: seconds)
    #expect(endpoint.signInFinding.level.rawValue == signIn)
    #expect(endpoint.graphFinding.level.rawValue == graph)
    #expect((endpoint.graphFinding.cure == nil) == (graph == "ok"))
  }

  @Test(arguments: TransportError.Code.allCases)
  func `a connection that failed is a failure with its cure`(code: TransportError.Code) {
    let error = TransportError(code: code, host: "host", detail: "")
    let endpoint = ServerProbe(host: "host", failure: Failure(error as any Error))
    #expect(endpoint.graphFinding.level == .failure)
    #expect(endpoint.graphFinding.cure != nil)
  }

  @Test func `the date of an answer is read`() {
    #expect(
      HTTPDate("Sun, 06 Nov 1994 08:49:37 GMT")?.secondsSinceEpoch == 784_111_777)
    #expect(HTTPDate("yesterday") == nil)
  }

  @Test(arguments: [(-1.0, true, "failure"), (60, true, "ok"), (60, false, "warning")])
  func `a token is good until it expires`(left: Double, isReadable: Bool, level: String) {
    let reading = TokenReading(
      kind: .person, account: "a", isReadable: isReadable, secondsLeft: left)
    #expect(reading.finding.level.rawValue == level)
  }

  @Test(arguments: [
    (5_000_000, "failure"), (50_000_000, "warning"), (5_000_000_000, "ok"),
  ])
  func `little room on the disk is said in time`(bytes: Int, level: String) {
    #expect(DiskReading(freeBytes: bytes).finding.level.rawValue == level)
  }

  @Test(arguments: [
    (false, "", "", 80, "ok"), (true, "", "C.UTF-8", 80, "warning"),
    (true, "dumb", "C.UTF-8", 80, "warning"), (true, "xterm", "C", 80, "warning"),
    (true, "xterm", "de_DE.utf8", 50, "warning"), (true, "xterm", "de_DE.utf8", 80, "ok"),
  ])
  func `a terminal is in order when letters and columns fit`(
    isTerminal: Bool, name: String, locale: String, columns: Int, level: String
  ) {
    let surroundings = TerminalSurroundings(environment: ["TERM": name, "LANG": locale])
    let reading = TerminalReading(
      isTerminal: isTerminal, surroundings: surroundings, columns: columns, rows: 24,
      usesColor: true, editsLines: true)
    #expect(reading.finding.level.rawValue == level)
  }
}
