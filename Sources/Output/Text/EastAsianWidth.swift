/// Tells which characters take two columns because East Asian type sets them in a full square.
///
/// The ranges are those of Unicode 16's EastAsianWidth.txt with the value W or F, joined over
/// unassigned gaps within one block. Emoji are not listed: Unicode gives every emoji that is coloured
/// by default the value W, and the standard library knows those.
enum EastAsianWidth {
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    guard value >= 0x1100 else { return false }
    return ranges.contains { $0.contains(value) }
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0x4E00...0xA4CF,  // CJK ideographs, Yi
    0xAC00...0xD7A3,  // Hangul syllables
    0x3041...0x3247,  // Kana, bopomofo, compatibility jamo
    0x2E80...0x303E,  // Radicals, CJK punctuation
    0x3250...0x4DFF,  // Enclosed and squared CJK, extension A, hexagrams
    0xFF01...0xFF60,  // Fullwidth forms
    0xFFE0...0xFFE6,
    0x1100...0x115F,  // Leading Hangul jamo
    0x2329...0x232A,
    0x2630...0x2637,  // Trigrams
    0x268A...0x268F,
    0xA960...0xA97C,
    0xF900...0xFAFF,  // Compatibility ideographs
    0xFE10...0xFE19,
    0xFE30...0xFE6B,
    0x16FE0...0x18DFF,  // Tangut, Khitan
    0x1AFF0...0x1B2FF,  // Kana supplements, Nushu
    0x1D300...0x1D376,
    0x1F200...0x1F265,  // Enclosed ideographs
    0x20000...0x2FFFD,  // Extensions B and later
    0x30000...0x3FFFD,
  ]
}
