package import CommandKit
import Output
package import Scripting

/// What is said above the prompt when a job has ended.
///
///     [1] done  team list > teams.json  (3.2 s)
package struct JobNews: Sendable {
  private let workspace: Workspace
  private let jobs: JobTable

  /// Longer output waits until somebody asks for it.
  static let longest = 12

  package init(workspace: Workspace, jobs: JobTable) {
    self.workspace = workspace
    self.jobs = jobs
  }

  /// Tells of a job; one with little output is over then.
  package func tell(of job: JobStatus) {
    let text: String
    if let (output, failure) = jobs.brief(job.number, lines: Self.longest) {
      text = Self.text(job, output: output, failure: failure)
    } else {
      text = Self.text(job, output: nil, failure: nil)
    }
    workspace.notice(workspace.errors.isTerminal ? HostileText.visibleLines(text) : text)
  }

  /// The words about a job that ended; without an output where that is too long to be shown here.
  static func text(_ job: JobStatus, output: String?, failure: (any Error)?) -> String {
    let line = "[\(job.number)] \(job.state)  \(job.text)  (\(job.time))"
    guard let output else { return "\(line)\n  See its output: fg \(job.number)" }
    var parts = output.isEmpty ? [] : [output.hasSuffix("\n") ? String(output.dropLast()) : output]
    parts.append(line)
    if let failure, job.exitCode != .interrupted, let words = FailureReport.words(for: failure) {
      parts.append("  " + words.replacing("\n", with: "\n  "))
    }
    return parts.joined(separator: "\n")
  }
}

/// Asks once before jobs are left behind that still run.
struct Departure {
  private var hasAsked = false

  /// Whether somebody who wants to leave does, since nothing runs or they were asked a moment ago.
  mutating func mayLeave(running: Int) -> Bool {
    defer { hasAsked = true }
    return hasAsked || running == 0
  }

  /// Forgets the question, since something else was typed.
  mutating func stay() { hasAsked = false }

  static func question(running: Int) -> String {
    let jobs = running == 1 ? "1 job runs" : "\(running) jobs run"
    return
      "\(jobs) still. Leaving now ends \(running == 1 ? "it" : "them"). Once more to leave; see: jobs"
  }
}
