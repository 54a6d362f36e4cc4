/// The shapes of the cursor that say in which of vi's modes the keys are, by DECSCUSR's numbers.
enum CursorShape: Int, Hashable {
  /// The one that the terminal is set to.
  case standard = 0
  case block = 2
  case bar = 6
}
