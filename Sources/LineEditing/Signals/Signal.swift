import Glibc

/// The signals a shell must answer.
package enum Signal: Sendable, Hashable, CaseIterable {
  /// Ctrl-C.
  case interrupt
  /// The window has a new size.
  case windowChanged
  /// Ctrl-Z.
  case stop
  /// The process goes on after a stop.
  case continued
  /// A request to end.
  case terminate
  /// The terminal is gone.
  case hangUp

  /// The system's number of the signal.
  package var number: Int32 {
    switch self {
    case .interrupt: SIGINT
    case .windowChanged: SIGWINCH
    case .stop: SIGTSTP
    case .continued: SIGCONT
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    }
  }

  init?(number: Int32) {
    guard let signal = Signal.allCases.first(where: { $0.number == number }) else { return nil }
    self = signal
  }
}
