/// Finds bytes in a buffer, 32 places at a time by the first and the last of them.
///
/// Byte for byte the walk over 100,000 people would cost as long as a key press may. Safe as long as the
/// buffer outlives it: every place is checked against the buffer's end.
@safe
struct ByteFinder {
  private let needle: [UInt8]
  private let length: Int
  private let bytes: UnsafeRawBufferPointer
  private let first: SIMD16<UInt8>
  private let last: SIMD16<UInt8>
  /// The first eight bytes, or as many as there are, and which bits of a word they take.
  private let begin: UInt64
  private let mask: UInt64
  /// Behind the last place where there is room for all of them.
  private let placesEnd: Int
  /// Where the places lie that `pending` tells of, a bit for each.
  private var block = 0
  private var pending: UInt32 = 0
  /// Behind the places that were looked at.
  private var seen = 0

  private static let width = 32

  /// - Parameters:
  ///   - needle: At least one byte.
  ///   - bytes: The buffer, which must outlive the finder.
  ///   - start: The first place to look at.
  init(_ needle: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int = 0) {
    self.needle = needle
    length = needle.count
    unsafe self.bytes = unsafe bytes
    first = SIMD16(repeating: needle[0])
    last = SIMD16(repeating: needle[needle.count - 1])
    let beginning = needle.prefix(8)
    begin = beginning.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    mask = UInt64.max >> UInt64(64 - 8 * beginning.count)
    placesEnd = bytes.count - needle.count + 1
    seen = start
  }

  /// The next place; `nil` behind the last one.
  @inline(__always)
  mutating func next() -> Int? {
    while true {
      while pending != 0 {
        let place = block + pending.trailingZeroBitCount
        pending &= pending - 1
        if length <= 2 || isMatch(at: place) { return place }
      }
      guard look() else { return nil }
    }
  }

  /// Passes over everything before a position.
  @inline(__always)
  mutating func skip(to position: Int) {
    if position >= seen {
      seen = position
      pending = 0
    } else if position > block {
      pending &= UInt32.max &<< UInt32(position - block)
    }
  }

  /// Goes on to places that may be some; `false` where none are left.
  private mutating func look() -> Bool {
    block = seen
    while block + Self.width <= placesEnd {
      let (low, high) = (hits(at: block), hits(at: block + Self.width / 2))
      let any = low | high
      if (any.x | any.y) != 0 {
        pending = Self.bits(low) | Self.bits(high) << 16
        seen = block + Self.width
        return true
      }
      block += Self.width
    }
    seen = min(block + Self.width, placesEnd)
    guard block < seen else { return false }
    for place in block..<seen where isMatch(at: place) {
      pending |= 1 << UInt32(place - block)
    }
    return true
  }

  /// All bits of each of 16 bytes where the first byte stands, with the last one behind it.
  @inline(__always)
  private func hits(at position: Int) -> SIMD2<UInt64> {
    let begins = unsafe bytes.loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
    let ends = unsafe bytes.loadUnaligned(
      fromByteOffset: position + length - 1, as: SIMD16<UInt8>.self)
    return unsafe withUnsafeBytes(of: (begins .== first) .& (ends .== last)) {
      unsafe $0.load(as: SIMD2<UInt64>.self)
    }
  }

  /// One bit for each of 16 bytes, in their order.
  private static func bits(_ hits: SIMD2<UInt64>) -> UInt32 {
    // The product gathers the lowest bit of each byte in its topmost byte.
    let gathered =
      (SIMD2(hits.x.littleEndian, hits.y.littleEndian)
        & SIMD2(repeating: 0x0101_0101_0101_0101)) &* SIMD2(repeating: 0x0102_0408_1020_4080)
    return UInt32(gathered.x >> 56 | (gathered.y >> 56) << 8)
  }

  private func isMatch(at position: Int) -> Bool {
    var known = 0
    if unsafe position + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      guard UInt64(littleEndian: word) & mask == begin else { return false }
      known = min(8, length)
    }
    for index in known..<length where unsafe bytes[position + index] != needle[index] {
      return false
    }
    return true
  }
}
