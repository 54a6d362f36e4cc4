/// A stream of numbers that is the same for the same seed (SplitMix64).
struct SeedRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(max(1, bound)))
  }

  /// One element of a list that is never empty.
  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[below(list.count)]
  }

  mutating func hex(_ digits: Int) -> String {
    var text = ""
    while text.count < digits {
      let part = String(next(), radix: 16)
      text += String(repeating: "0", count: 16 - part.count) + part
    }
    return String(text.prefix(digits))
  }

  mutating func guid() -> String {
    let text = hex(32)
    let variant = ["8", "9", "a", "b"][below(4)]
    return [
      text.prefix(8), text.dropFirst(8).prefix(4), "4" + text.dropFirst(13).prefix(3),
      variant + text.dropFirst(17).prefix(3), text.dropFirst(20),
    ].joined(separator: "-")
  }
}
