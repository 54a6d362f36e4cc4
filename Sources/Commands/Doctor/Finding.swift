import CommandKit
import Documents

/// What one check of the doctor found, how bad that is, and what helps.
struct Finding: Sendable, Hashable {
  /// How bad it is.
  enum Level: String, Sendable {
    case ok, warning, failure
  }

  let check: String
  let level: Level
  let found: String
  var cure: String?

  static func ok(_ check: String, _ found: String) -> Finding {
    Finding(check: check, level: .ok, found: found)
  }

  static func warning(_ check: String, _ found: String, cure: String?) -> Finding {
    Finding(check: check, level: .warning, found: found, cure: cure)
  }

  static func failure(_ check: String, _ found: String, cure: String?) -> Finding {
    Finding(check: check, level: .failure, found: found, cure: cure)
  }

  /// An error as a finding, in the words that it has everywhere.
  static func failure(_ check: String, _ error: any Error, cure: String? = nil) -> Finding {
    .failure(check, Failure(error), cure: cure)
  }

  static func failure(_ check: String, _ failure: Failure, cure: String? = nil) -> Finding {
    let found = [failure.what, failure.why].compactMap { $0 }.joined(separator: " ")
    return Finding(check: check, level: .failure, found: found, cure: failure.next ?? cure)
  }

  var note: Note {
    Note(
      [
        "check": .string(check), "state": .string(level.rawValue), "found": .string(found),
        "cure": .optional(cure),
      ], reference: check)
  }
}
