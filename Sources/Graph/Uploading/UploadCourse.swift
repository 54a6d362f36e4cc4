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
    case fail(Loss)
  }

  /// Why no file came of it.
  enum Loss: Sendable, Equatable {
    case refused(GraphError)
    /// The connection is lost for good, and nothing is there.
    case unreached(TransportError)

    var error: any Error {
      switch self {
      case .refused(let error): error
      case .unreached(let error): error
      }
    }
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
  /// How often the last range left.
  private var ends = 0

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
    if case .send(let range) = step, range.upperBound == size {
      mayBeWhole = true
      ends += 1
    }
    switch result {
    case .success(let answer) where [200, 201].contains(answer.head.status.code):
      finish(answer)
    case .success(let answer) where answer.head.status == .accepted:
      goOn(answer, isReply: true)
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
      goOn(answer, isReply: false)
    case .success(let answer) where answer.head.status.code == 404 && mayBeWhole:
      // A session ends with its file: the answer that was lost may have said so.
      step = .fail(.refused(lost(answer)))
    default:
      other(result)
    }
    // Whatever the session says of itself now, the last range may have ended it before.
    if case .fail(.refused(let error)) = step, mayBeWhole, case .success(let answer) = result {
      step = .fail(.refused(error.code == .outcomeUnknown ? error : lost(answer)))
    }
  }

  private mutating func finish(_ answer: TransportResponse) {
    guard let document = try? JSON(parsing: answer.body), document.object != nil else {
      step = .fail(.refused(Self.error(.malformedAnswer, answer)))
      return
    }
    received = size
    step = .done(document)
  }

  /// Goes on where the session's next range begins; a range that was taken, and did not get it any
  /// further, counts as a failure.
  private mutating func goOn(_ answer: TransportResponse, isReply: Bool) {
    let document = try? JSON(parsing: answer.body)
    let next = document?["nextExpectedRanges"]?.array?.first?.string
      .flatMap { Int($0.prefix { $0 != "-" }) }
    guard let next, (0..<size).contains(next) else {
      retry(after: .zero, or: answer)
      return
    }
    mayBeWhole = false
    if next > received {
      failures = 0
    } else if isReply {
      failures += 1
    }
    guard failures < Self.patience else {
      var error = Self.error(.unexpectedStatus, answer)
      error.leavesNothing = true
      step = .fail(.refused(error))
      return
    }
    received = max(received, next)
    step = .send(next..<min(size, next + Self.longest))
  }

  private mutating func other(_ result: Result<TransportResponse, TransportError>) {
    switch result {
    case .success(let answer):
      let status = answer.head.status.code
      guard status == 429 || status >= 500 && status != 507 else {
        step = .fail(.refused(refusal(answer)))
        return
      }
      retry(after: RetryAfter.duration(in: answer.head.headerFields) ?? wait, or: answer)
    case .failure(let error):
      failures += 1
      let isHopeless = [.unsupportedURL, .untrustedCertificate, .cancelled].contains(error.code)
      guard !isHopeless, failures < Self.patience else {
        step = .fail(
          mayBeWhole
            ? .refused(lost(nil, error))
            : .unreached(
              TransportError(code: error.code, host: error.host, detail: error.detail)))
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
      : .fail(.refused(refusal(answer)))
  }

  /// A session's address carries its own leave: a refusal of that says nothing of the sign-in.
  private func refusal(_ answer: TransportResponse) -> GraphError {
    var error = GraphError(answer: answer, method: .put, template: Self.template)
    if answer.head.status == .unauthorized { error = Self.error(.unexpectedStatus, answer) }
    error.leavesNothing = !mayBeWhole
    return error
  }

  /// The file may be there, and nothing tells.
  private func lost(
    _ answer: TransportResponse?, _ underlying: TransportError? = nil
  ) -> GraphError {
    var error = GraphError(
      code: .outcomeUnknown, status: answer?.head.status.code ?? 0,
      requestID: answer?.head.headerFields[.requestID], method: .put, template: Self.template,
      underlying: underlying)
    error.followsLostAnswer = ends > 1
    return error
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
