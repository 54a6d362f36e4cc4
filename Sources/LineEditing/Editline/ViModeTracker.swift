/// Knows which of vi's modes libedit is in, which it tells nobody.
///
/// The same code is bound to another function in each of its two maps. Given to libedit between keys,
/// the function that comes back says which map is the current one. Where a command of libedit is about
/// to read a character itself, that code would be taken for it: there nothing is asked.
struct ViModeTracker {
  /// Whether keys are commands, and not characters to insert.
  private(set) var isCommanding = false
  /// Whether the mode may have changed since it was last asked.
  private(set) var isUncertain = false
  /// Whether the next character goes to the command before it, as the `x` of `fx`.
  private(set) var awaitsCharacter = false
  private var isReplacing = false

  /// Notes a code that libedit was given.
  mutating func note(_ code: UInt32) {
    let isPrintable = code >= 0x20 && !(0x7F..<0xA0).contains(code)
    guard isCommanding else {
      isUncertain = isUncertain || !isPrintable || isReplacing
      return
    }
    if awaitsCharacter {
      awaitsCharacter = false
      isUncertain = true
      return
    }
    let letter = Unicode.Scalar(code).map(Character.init)
    awaitsCharacter = letter.map("fFtT@".contains) ?? false
    isReplacing = letter == "r"
    isUncertain = !awaitsCharacter
  }

  /// Takes libedit's answer.
  mutating func answer(isCommanding: Bool) {
    self.isCommanding = isCommanding
    isUncertain = false
    if isCommanding { isReplacing = false }
  }
}
