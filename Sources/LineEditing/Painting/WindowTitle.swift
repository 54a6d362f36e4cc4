import Synchronization

/// The window's title: the terminal keeps the one it had, and gets it back at the end.
final class WindowTitle: Sendable {
  private let isOurs = Mutex(false)

  private static let longest = 200

  /// The output that names the window; what could end the sequence early is left out of the name.
  func shown(_ text: String) -> String {
    let harmless = text.unicodeScalars.filter { !$0.isHostile }.prefix(Self.longest)
    let isFirst = isOurs.withLock { isOurs in
      defer { isOurs = true }
      return !isOurs
    }
    let saving = isFirst ? "\u{1B}[22;2t" : ""
    return saving + "\u{1B}]2;\(String(String.UnicodeScalarView(harmless)))\u{1B}\\"
  }

  /// The output that gives the window its own title back; none where it was never changed.
  ///
  /// A terminal that cannot keep titles is left without one.
  func restored() -> String {
    let wasOurs = isOurs.withLock { isOurs in
      defer { isOurs = false }
      return isOurs
    }
    return wasOurs ? "\u{1B}]2;\u{1B}\\\u{1B}[23;2t" : ""
  }
}
