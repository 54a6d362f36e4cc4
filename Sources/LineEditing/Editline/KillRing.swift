/// The texts removed last, which can be put back.
struct KillRing {
  /// Which way from the cursor a text was removed.
  enum Direction: Hashable {
    case back, forward
  }

  private static let limit = 60

  /// The texts, newest last.
  private var texts: [[Unicode.Scalar]] = []
  /// The text that is put back next, counted from the newest.
  private var turn = 0

  /// Keeps a text, joined to the one before where that was removed by the key before.
  mutating func kill(_ text: [Unicode.Scalar], _ direction: Direction, joins: Bool) {
    turn = 0
    guard joins, let last = texts.popLast() else {
      texts.append(text)
      if texts.count > Self.limit { texts.removeFirst() }
      return
    }
    texts.append(direction == .forward ? last + text : text + last)
  }

  /// The text to put back; `nil` where nothing was removed yet.
  var text: [Unicode.Scalar]? {
    texts.isEmpty ? nil : texts[texts.count - 1 - turn]
  }

  /// Goes on to the text removed before, and behind the oldest to the newest again.
  mutating func rotate() {
    guard !texts.isEmpty else { return }
    turn = (turn + 1) % texts.count
  }
}
