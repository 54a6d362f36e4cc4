/// The same numbers for the same seed and number of an input.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, number: Int) {
    state = seed &* 0xD134_2543_DE82_EF95 &+ UInt64(number) &* 0xA24B_AED4_963E_E407
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// Some of the parts one behind the other, with letters of every kind between them.
  mutating func text(of parts: [String], upTo length: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<below(length + 1) {
      if below(4) == 0 {
        text.append(scalar())
      } else {
        text.append(contentsOf: pick(parts).unicodeScalars)
      }
    }
    return String(text)
  }

  /// A scalar: half of them ASCII, the rest from all of Unicode.
  mutating func scalar() -> Unicode.Scalar {
    if below(2) == 0 { return Unicode.Scalar(UInt8(below(128))) }
    let blocks: [ClosedRange<UInt32>] = [
      0x80...0x24F, 0x300...0x36F, 0x590...0x6FF, 0x900...0x97F, 0x1100...0x11FF, 0x2000...0x206F,
      0x20D0...0x20FF, 0x2600...0x27BF, 0x3000...0x30FF, 0x4E00...0x4EFF, 0xAC00...0xACFF,
      0xFE00...0xFE0F, 0xFF00...0xFFEF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F64F, 0xE0020...0xE007F,
      0xE000...0x10FFFF,
    ]
    return Unicode.Scalar(UInt32.random(in: pick(blocks), using: &self)) ?? "\u{FFFD}"
  }

  /// Bytes without any order in them.
  mutating func bytes(upTo length: Int) -> [UInt8] {
    (0..<below(length + 1)).map { _ in UInt8(below(256)) }
  }
}
