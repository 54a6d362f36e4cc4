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
    let (trial, verdict) = (report.trial, report.verdict)
    let lines = writes[trial.place] ?? []
    let acts = lines.count { $0["acted"]?.bool == true }
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
        trial.write.isRepeatable || lines.count <= 1,
        "it is in doubt, and was sent \(lines.count) times")
    }
    let expected = trial.mishap.course.verdicts(on: trial.write)
    require(
      expected[verdict] == report.exitCode,
      "it ends as \(verdict) (\(report.exitCode.rawValue)), and not as \(expected)")
    require(report.journal == verdict.rawValue, "the journal says \(report.journal ?? "nothing")")
    require(
      !report.errors.contains("was not repeated") || lines.count <= 1,
      "it is called not repeated, and arrived \(lines.count) times")
    require(
      !report.errors.contains("repeat was") || lines.count > 1,
      "a repeat is spoken of, and it arrived \(lines.count) times")
    return findings
  }
}
