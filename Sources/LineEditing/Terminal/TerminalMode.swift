import Glibc

/// The two ways a terminal is set while no line is being read.
struct TerminalMode: Sendable {
  private let descriptor: Int32
  private let found: termios

  /// Notes how the terminal is set now; `nil` where it is none.
  init?(descriptor: Int32) {
    var state = termios()
    guard unsafe tcgetattr(descriptor, &state) == 0 else { return nil }
    self.descriptor = descriptor
    found = state
  }

  /// Sets the terminal as it was found.
  func restore() {
    var state = found
    _ = unsafe tcsetattr(descriptor, TCSADRAIN, &state)
  }

  /// Keeps what is typed ahead as it was typed: no echo, no line editing by the system.
  func quieten() {
    var state = found
    state.c_lflag &= ~tcflag_t(ICANON | ECHO)
    _ = unsafe tcsetattr(descriptor, TCSADRAIN, &state)
  }
}

extension TerminalSize {
  /// The size of the terminal behind a descriptor; 80 by 24 where it does not say.
  init(descriptor: Int32) {
    var size = winsize()
    let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    columns = isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
    rows = isKnown && size.ws_row > 0 ? Int(size.ws_row) : 24
  }
}
