import Documents
import HTTPTypes
import Transport

/// Where the upload of a file stands, and every rule of it; does no work of its own.
///
/// Ranges are sent one after the other. After a failure the session is asked what it has: a range whose
/// answer was lost is neither left out nor sent twice.
struct UploadCourse: Sendable {
  /// What comes next.
  enum Step: Sendable, Equatable {
    case send(Range<Int>)
    /// Asks the session where it stands, after a wait.
    case ask(after: Duration)
    /// The file is there; this is its document.
    case done(JSON)
    case fail(GraphError)
  }

  /// Ranges but the last are multiples of this.
  static let unit = 320 * 1024
  /// How many bytes one range has at most: memory stays flat, and a lost one costs little.
  static let longest = unit * 16
  /// How often nothing may come of a try before it is given up.
  private static let patience = 6

  private(set) var step: Step
  let size: Int
  /// How many bytes the session is known to have.
  private(set) var received = 0
  private var failures = 0
  /// Whether the last range left, and nobody knows what became of it.
  private var mayBeWhole = false

  init(size: Int) {
    self.size = size
    step = .send(0..<min(size, Self.longest))
  }

  /// Whether the file may be there, though nobody said so.
  var leavesDoubt: Bool {
    if mayBeWhole { return true }
    if case .send(let range) = step { return range.upperBound == size }
    return false
  }

  /// Takes in what came of the range that was sent.
  mutating func sent(_ result: Result<TransportResponse, TransportError>) {
    if case .send(let range) = step, range.upperBound == size { mayBeWhole = true }
    switch result {
    case .success(let answer) where [200, 201].contains(answer.head.status.code):
      finish(answer)
    case .success(let answer) where answer.head.status == .accepted:
      mayBeWhole = false
      goOn(answer)
    case .success(let answer) where [409, 416].contains(answer.head.status.code):
      retry(after: .zero, or: answer)
    default:
      other(result)
    }
  }

  /// Takes in where the session says that it stands.
  mutating func asked(_ result: Result<TransportResponse, TransportError>) {
    switch result {
    case .success(let answer) where answer.head.status == .ok:
      goOn(answer)
    case .success(let answer) where answer.head.status.code == 404 && mayBeWhole:
      // A session ends with its file: the answer that was lost may have said so.
      step = .fail(Self.error(.outcomeUnknown, answer))
    default:
      other(result)
    }
  }

  private mutating func finish(_ answer: TransportResponse) {
    guard let document = try? JSON(parsing: answer.body), document.object != nil else {
      step = .fail(Self.error(.malformedAnswer, answer))
      return
    }
    received = size
    step = .done(document)
  }

  /// Goes on where the session's next range begins.
  private mutating func goOn(_ answer: TransportResponse) {
    let document = try? JSON(parsing: answer.body)
    let next = document?["nextExpectedRanges"]?.array?.first?.string
      .flatMap { Int($0.prefix { $0 != "-" }) }
    guard let next, (0..<size).contains(next) else {
      retry(after: .zero, or: answer)
      return
    }
    if next > received {
      failures = 0
    } else {
      failures += 1
    }
    guard failures < Self.patience else {
      step = .fail(Self.error(.unexpectedStatus, answer))
      return
    }
    received = max(received, next)
    mayBeWhole = false
    step = .send(next..<min(size, next + Self.longest))
  }

  private mutating func other(_ result: Result<TransportResponse, TransportError>) {
    switch result {
    case .success(let answer):
      let status = answer.head.status.code
      guard status == 429 || status >= 500 else {
        step = .fail(GraphError(answer: answer, method: .put, template: Self.template))
        return
      }
      retry(after: RetryAfter.duration(in: answer.head.headerFields) ?? wait, or: answer)
    case .failure(let error):
      failures += 1
      let isHopeless = [.unsupportedURL, .untrustedCertificate, .cancelled].contains(error.code)
      guard !isHopeless, failures < Self.patience else {
        var lost = GraphError(
          code: .outcomeUnknown, method: .put, template: Self.template, underlying: error)
        lost.followsLostAnswer = mayBeWhole
        step = .fail(lost)
        return
      }
      step = .ask(after: wait)
    }
  }

  private mutating func retry(after wait: Duration, or answer: TransportResponse) {
    failures += 1
    step =
      failures < Self.patience
      ? .ask(after: wait)
      : .fail(GraphError(answer: answer, method: .put, template: Self.template))
  }

  private var wait: Duration { .milliseconds(500 * (1 << min(failures, 6))) }

  /// What stands for a session's address, which is a secret of its own.
  static let template = "(upload session)"

  private static func error(_ code: GraphError.Code, _ answer: TransportResponse) -> GraphError {
    GraphError(
      code: code, status: answer.head.status.code,
      requestID: answer.head.headerFields[.requestID], method: .put, template: template)
  }
}
