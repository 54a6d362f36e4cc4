/// Finds bytes in a buffer, eight places at a time by their first two bytes.
///
/// Byte for byte the walk over 100,000 people would cost as long as a key press may. Safe as long as the
/// buffer outlives it: every place is checked against the buffer's end.
@safe
struct ByteFinder {
  private let needle: [UInt8]
  private let bytes: UnsafeRawBufferPointer
  private let first: UInt64
  private let second: UInt64?

  /// - Parameters:
  ///   - needle: At least one byte.
  ///   - bytes: The buffer, which must outlive the finder.
  init(_ needle: [UInt8], in bytes: UnsafeRawBufferPointer) {
    self.needle = needle
    unsafe self.bytes = unsafe bytes
    first = Self.everyByte(needle[0])
    second = needle.count > 1 ? Self.everyByte(needle[1]) : nil
  }

  /// The first place at or behind a position.
  func next(from start: Int) -> Int? {
    var position = start
    while unsafe position + 9 <= bytes.count {
      var hits = Self.zeroBytes(word(at: position) ^ first)
      if let second { hits &= Self.zeroBytes(word(at: position + 1) ^ second) }
      while hits != 0 {
        let place = position + hits.trailingZeroBitCount / 8
        if isMatch(at: place) { return place }
        hits &= hits - 1
      }
      position += 8
    }
    while unsafe position < bytes.count {
      if isMatch(at: position) { return position }
      position += 1
    }
    return nil
  }

  private func word(at position: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  private func isMatch(at position: Int) -> Bool {
    guard unsafe position + needle.count <= bytes.count else { return false }
    for index in needle.indices where unsafe bytes[position + index] != needle[index] {
      return false
    }
    return true
  }

  private static func everyByte(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of every byte that is zero; above the lowest such byte it may also mark a one.
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
