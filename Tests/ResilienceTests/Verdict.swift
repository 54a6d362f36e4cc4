import CommandKit

/// What teamsh can say of a write; spelled as the journal has it.
enum Verdict: String, Sendable {
  case done, refused, unknown
}

extension Mishap.Course {
  /// What may be said of the write, and with which exit code.
  func verdicts(on write: TriedWrite) -> [Verdict: ExitCode] {
    switch self {
    case .passes:
      return [.done: .done]
    case .refuses(let code):
      return [.refused: code]
    case .doubts(let isActed, let code):
      guard write.isRepeatable else { return [.unknown: code] }
      return isActed ? Self.verdicts(onRepeatOf: write) : [.done: .done]
    case .doubtsForGood(let code):
      return [.unknown: code]
    case .breaksOff:
      guard write.isAnswered || write.isRepeatable else {
        // Over HTTP/1.1 such an answer is whole with its head, over HTTP/2 it lacks its end.
        return [.done: .done, .unknown: .network]
      }
      return write.isRepeatable
        ? Self.verdicts(onRepeatOf: write) : [.unknown: .network]
    case .babbles:
      return write.isAnswered ? [.unknown: .server] : [.done: .done]
    }
  }

  /// A deletion that finds nothing any more was done; whoever finds a team there may be looking at another's.
  private static func verdicts(onRepeatOf write: TriedWrite) -> [Verdict: ExitCode] {
    write.method == "DELETE" || write.isSameAgain ? [.done: .done] : [.unknown: .network]
  }
}
