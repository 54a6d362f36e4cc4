package import Output

/// What runs behind the prompt or beside a script: `jobs`, `wait`, `kill` and `fg` act through it.
package protocol JobControl: Sendable {
  /// The jobs that run, and those that ended and were not looked at, by number.
  var jobs: [JobStatus] { get }

  /// Waits until a job has ended; returns at once for one that has, and when the task is cancelled.
  func wait(for number: Int) async

  /// Ends a job as Ctrl-C ends a command; returns before it has ended.
  func cancel(_ number: Int)

  /// Writes what an ended job printed to where it belongs, and forgets the job.
  ///
  /// - Returns: What it failed with; `nil` when it succeeded or there is no such job.
  func collect(_ number: Int, output: any Sink, errors: any Sink) throws(SinkError) -> (any Error)?
}

extension JobControl {
  /// How many jobs run at this moment.
  package var runningCount: Int { jobs.count { $0.exitCode == nil } }
}

/// One job as a list shows it.
package struct JobStatus: Sendable, Hashable {
  /// Counted from 1; the smallest that is free.
  package let number: Int
  /// The statement as it was typed, without its `&`.
  package let text: String
  /// How long it ran, so far or in all.
  package let duration: Duration
  /// How it ended; `nil` while it runs.
  package let exitCode: ExitCode?

  package init(number: Int, text: String, duration: Duration, exitCode: ExitCode?) {
    self.number = number
    self.text = text
    self.duration = duration
    self.exitCode = exitCode
  }

  /// How it stands, in a word: `running`, `done`, `failed (5)`, `ended`.
  package var state: String {
    switch exitCode {
    case nil: "running"
    case .done: "done"
    case .interrupted: "ended"
    case let code?: "failed (\(code.rawValue))"
    }
  }

  /// How long it ran, as a person reads it.
  package var time: String {
    DurationText.text(
      seconds: Double(duration.components.seconds)
        + Double(duration.components.attoseconds) / 1e18)
  }
}
