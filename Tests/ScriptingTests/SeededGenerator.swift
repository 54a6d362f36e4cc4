/// The same numbers every time: a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// Text made of what the language has a meaning for, and of what it has none for.
  mutating func text(upTo length: Int) -> String {
    let parts = [
      "a", "team", " ", "\t", "\n", "\r\n", ";", "&", "&&", "|", "||", "!", "'", "\"", "\\", "$",
      "${",
      "}", "$(", ")", "(", "#", "<", ">", ">>", "=", "-", "--", "%3", "@", "/", "..", "for ",
      " in ",
      "if ", "else ", "end ", "é", "日本", "👩‍👩‍👧", "“", "’", "\u{0}", "\u{7}", "\u{A0}", "\u{202E}", "~",
      "x=",
    ]
    let count = Int.random(in: 0...length, using: &self)
    return (0..<count).map { _ in parts.randomElement(using: &self) ?? "" }.joined()
  }
}
