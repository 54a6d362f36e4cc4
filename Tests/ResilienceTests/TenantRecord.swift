import CommandKit
import Documents
import Foundation

/// The tenant's own record of the writes that reached it: the judge.
struct TenantRecord: Sendable {
  /// The lines of all requests but the reading ones, by the team, group or chat in their paths.
  private let writes: [String: [JSON]]

  init(path: String) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    writes = Dictionary(
      grouping: try lines.map { try JSON(parsing: Array($0.utf8)) }
        .filter { $0["method"]?.string != "GET" },
      by: { line in
        let segments = (line["path"]?.string ?? "").split(separator: "/")
        return segments.count > 2 ? String(segments[2]).removingPercentEncoding ?? "" : ""
      })
  }

  /// What is wrong with a report, in the light of what the tenant saw.
  func findings(on report: Report) -> [String] {
    let trial = report.trial
    return report.findings(
      in: writes[trial.place] ?? [], expected: trial.write.verdicts(after: trial.mishap))
  }
}

/// The lines of a record that were not read yet.
struct RecordTail {
  let path: String
  private var count = 0

  init(path: String) {
    self.path = path
  }

  mutating func next() throws -> [JSON] {
    let data = try Data(contentsOf: URL(filePath: path)).dropFirst(count)
    count += data.count
    return try data.split(separator: UInt8(ascii: "\n")).map { try JSON(parsing: Array($0)) }
  }
}

extension Report {
  /// What is wrong with it.
  ///
  /// - Parameters:
  ///   - lines: What the tenant recorded of the write.
  ///   - expected: What may be said of it, and with which exit code.
  ///   - effects: How often its effect is in the tenant; as often as the record says if left out.
  ///   - tries: How often it was sent; as often as it is recorded if left out.
  /// - Returns: The findings.
  func findings(
    in lines: [JSON], expected: [Verdict: ExitCode], effects: Int? = nil, tries: Int? = nil
  ) -> [String] {
    let acts = effects ?? lines.count { $0["acted"]?.bool == true }
    let tries = tries ?? lines.count
    var findings: [String] = []
    func require(_ holds: Bool, _ finding: String) {
      if !holds { findings.append(finding) }
    }
    require(lines.contains { $0["fault"]?.string != nil }, "nothing went wrong with it")
    require(acts <= 1, "it was carried out \(acts) times")
    switch verdict {
    case .done: require(acts == 1, "it is called done, and was not carried out")
    case .refused: require(acts == 0, "it is called refused, and was carried out")
    case .unknown:
      require(
        trial.write.isRepeatable || tries <= 1, "it is in doubt, and was sent \(tries) times")
    }
    require(
      expected[verdict] == exitCode,
      "it ends as \(verdict) (\(exitCode.rawValue)), and not as \(expected)")
    require(journal == verdict.rawValue, "the journal says \(journal ?? "nothing")")
    require(
      !errors.contains("was not repeated") || tries <= 1,
      "it is called not repeated, and arrived \(tries) times")
    require(
      !errors.contains("repeat was") || tries > 1,
      "a repeat is spoken of, and it arrived \(tries) times")
    return findings
  }
}
