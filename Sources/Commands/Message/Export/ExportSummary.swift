import CommandKit
import Documents

/// What an export came to, in rows and in words.
struct ExportSummary: Sendable {
  private let outcomes: [ExportRun.Outcome]

  init(_ outcomes: [ExportRun.Outcome]) {
    self.outcomes = outcomes
  }

  /// A row a conversation.
  var rows: [Note] { outcomes.map(Self.row) }

  /// What is missing: conversations that failed, and attachments that could not be had.
  var missing: [String] {
    outcomes.flatMap { outcome -> [String] in
      switch outcome.end {
      case .exported(let result): result.missing.map { "\(outcome.place.path): \($0)" }
      case .unchanged: []
      case .failed(let words): ["\(outcome.place.path): \(words)"]
      }
    }
  }

  /// What is odd and yet there.
  var remarks: [String] {
    outcomes.flatMap { outcome -> [String] in
      guard case .exported(let result) = outcome.end else { return [] }
      return result.remarks.map { "\(outcome.place.path): \($0)." }
    }
  }

  /// What was done, in a sentence.
  var sentence: String {
    guard outcomes.count == 1, let only = outcomes.first else {
      let failed = outcomes.count { if case .failed = $0.end { true } else { false } }
      return "Exported \(outcomes.count - failed) of \(outcomes.count) channels and chats."
    }
    switch only.end {
    case .exported(let result):
      return "Exported \(Self.counted(result.messages)) of \(only.place.path) to \(only.file)."
    case .unchanged:
      return "\(only.place.path) has not changed since it was exported to \(only.file)."
    case .failed: return "\(only.place.path) was not exported."
    }
  }

  static func counted(_ messages: Int) -> String {
    messages == 1 ? "1 message" : "\(messages) messages"
  }

  private static func row(_ outcome: ExportRun.Outcome) -> Note {
    let (state, messages, attachments, missing): (String, Int?, Int?, [String]) =
      switch outcome.end {
      case .exported(let result):
        ("exported", result.messages, result.attachments, result.missing)
      case .unchanged(let record): ("unchanged", record.messages, record.attachments, [])
      case .failed(let words): ("failed", nil, nil, [words])
      }
    return Note(
      [
        "place": .string(outcome.place.path), "id": .optional(outcome.place.cacheKey),
        "state": .string(state), "messages": messages.map(JSON.int) ?? .null,
        "attachments": attachments.map(JSON.int) ?? .null, "file": .string(outcome.file),
        "missing": .array(missing.map(JSON.string)),
      ], reference: outcome.file)
  }
}
