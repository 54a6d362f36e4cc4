import Foundation
import Logging
import Records
import Synchronization

/// Counts what the endpoint takes in and refuses, for its log and for who asks after it.
///
/// The log says each reason for a refusal once in ten seconds at most: whoever sends rubbish must not be
/// able to fill the disk.
final class Tally: Sendable {
  private struct State {
    var status: EndpointStatus
    var written: EndpointStatus?
    var hush = LogHush()
  }

  private let state: Mutex<State>
  private let inbox: Inbox
  private let logger: Logger
  private let now: @Sendable () -> Date

  init(
    _ status: EndpointStatus, inbox: Inbox, logger: Logger, now: @escaping @Sendable () -> Date
  ) {
    state = Mutex(State(status: status))
    self.inbox = inbox
    self.logger = logger
    self.now = now
  }

  /// Notes where the endpoint listens, and that it does.
  func begin(url: String, port: Int) -> EndpointStatus {
    let status = state.withLock { state in
      state.status.url = url
      state.status.port = port
      return state.status
    }
    write()
    logger.info("listening", metadata: ["url": "\(url)", "bot": "\(status.botID)"])
    return status
  }

  /// Counts an activity that is in the inbox now, or was there already.
  func accepted(isNew: Bool) {
    let now = now()
    state.withLock { state in
      if isNew {
        state.status.accepted += 1
        state.status.lastAcceptedAt = now
      } else {
        state.status.repeated += 1
      }
    }
  }

  func refused(_ refusal: Refusal) {
    let now = now()
    let isSaid = state.withLock { state in
      state.status.refused += 1
      state.status.lastRefusal = refusal.rawValue
      state.status.lastRefusedAt = now
      return state.hush.maySay(refusal.rawValue, at: now)
    }
    if isSaid { logger.warning("refused", metadata: ["reason": "\(refusal.rawValue)"]) }
  }

  /// Tells of an activity that is acknowledged and let go.
  func passedOver(type: String) {
    let isSaid = state.withLock { $0.hush.maySay("kind", at: now()) }
    // A word of somebody else's: what is no plain word stays out of the log.
    let word = String(type.unicodeScalars.prefix(40).map { $0.isPlain ? Character($0) : "?" })
    if isSaid { logger.info("passed over", metadata: ["kind": "\(word)"]) }
  }

  func failed(_ error: RecordsError) {
    let isSaid = state.withLock { $0.hush.maySay("store", at: now()) }
    if isSaid { logger.error("inbox not written", metadata: ["reason": "\(error.reason)"]) }
  }

  /// Writes the counts down every second in which they changed, and removes what is old each hour.
  func run() async {
    var ticks = 0
    while (try? await Task.sleep(for: .seconds(1))) != nil {
      write()
      if ticks % 3600 == 0 { prune() }
      ticks += 1
    }
  }

  /// Writes the counts down as they are.
  func write(isEnd: Bool = false) {
    let now = now()
    let status = state.withLock { state -> EndpointStatus? in
      if isEnd { state.status.endedAt = now }
      guard state.status != state.written else { return nil }
      state.written = state.status
      return state.status
    }
    guard let status else { return }
    do {
      try inbox.record(status)
    } catch {
      failed(error)
    }
  }

  private func prune() {
    let day: TimeInterval = 86_400
    do {
      try inbox.prune(
        handledBefore: now().addingTimeInterval(-7 * day),
        allBefore: now().addingTimeInterval(-30 * day))
    } catch {
      failed(error)
    }
  }
}

/// Which reasons were said lately, so that none is said too often.
struct LogHush: Sendable {
  private static let pause: TimeInterval = 10
  private var saidAt: [String: Date] = [:]

  /// Whether the reason may be said now; if so it counts as said.
  mutating func maySay(_ reason: String, at now: Date) -> Bool {
    if let last = saidAt[reason], abs(now.timeIntervalSince(last)) < Self.pause { return false }
    saidAt[reason] = now
    return true
  }
}

extension Unicode.Scalar {
  fileprivate var isPlain: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "_", "-": true
    default: false
    }
  }
}
