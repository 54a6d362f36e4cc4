import CommandKit
import Documents
import Records
import TestSupport

/// One write that one thing happens to, in a place of its own.
struct Trial: Sendable, CustomStringConvertible {
  let mishap: Mishap
  let write: TriedWrite
  /// The team, group or chat; empty for a write without one.
  let place: String
  /// What stands in paths and lines for what.
  private let words: [(String, String)]

  init(
    mishap: Mishap, write: TriedWrite, grounds: Grounds, place: String = "",
    words: [(String, String)] = []
  ) {
    self.mishap = mishap
    self.write = write
    self.place = place
    self.words =
      words + [
        ("PLACE", place), ("MESSAGE", String(Grounds.message)),
        ("PINNED", String(Grounds.pinned)), ("LIKED", String(Grounds.liked)),
        ("DELETED", String(Grounds.deleted)), ("MEMBER", grounds.member),
        ("COLLEAGUE", grounds.colleague), ("STRANGER", grounds.stranger),
        ("OTHER", grounds.other),
      ]
  }

  var description: String { "\(write.name) × \(mishap.name)" }

  /// Every write with every mishap.
  static let all = Mishap.all.flatMap { mishap in TriedWrite.all.map { (mishap, $0) } }

  /// The tenant's rules for this write alone.
  var rules: [JSON] {
    let service: [(String, JSON)] = write.isOfBot ? [("service", "bot")] : []
    return mishap.rules.map { rule in
      .object(
        JSONObject(
          service
            + [("method", .string(write.method)), ("path", .string(filled(write.path)))] + rule))
    }
  }

  private func filled(_ text: String) -> String {
    words.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// Reads something over the connection, writes over it, and gives what was said.
  func run(in session: TestSession) async throws -> Report {
    _ = try await session.result(of: "graph get \(write.ground.reading(place))")
    let before = session.errors.text.count
    let code = await session.run(filled(write.line))
    return Report(
      trial: self, exitCode: code, errors: String(session.errors.text.dropFirst(before)),
      journal: try session.workspace.journal.entries().last?.result)
  }
}

/// What teamsh said of a write.
struct Report: Sendable {
  let trial: Trial
  let exitCode: ExitCode
  /// What was written to standard error.
  let errors: String
  /// The last outcome in the journal.
  let journal: String?

  var verdict: Verdict {
    if exitCode == .done { return .done }
    return errors.contains("may have been carried out") ? .unknown : .refused
  }
}
