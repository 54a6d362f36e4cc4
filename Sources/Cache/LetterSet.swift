/// Which letters a name holds, as far as 32 bits can tell them apart.
///
/// A name that lacks a wanted letter is passed over unread, which is most of them.
struct LetterSet: Sendable {
  private let bits: UInt32

  init(of bytes: [UInt8]) {
    bits = bytes.reduce(0) { $0 | Self.bit($1) }
  }

  /// The letters of the first name of a line.
  init(ofFirstField bytes: [UInt8], from start: Int) {
    var bits: UInt32 = 0
    var place = start
    while bytes[place] != PackedNames.fieldEnd, bytes[place] != PackedNames.lineEnd {
      bits |= Self.bit(bytes[place])
      place += 1
    }
    self.bits = bits
  }

  /// Whether it may hold all the letters of another one.
  func holds(_ other: Self) -> Bool { bits & other.bits == other.bits }

  /// The low bits of a letter of ASCII are its place in the alphabet.
  private static func bit(_ byte: UInt8) -> UInt32 { 1 &<< UInt32(byte & 31) }
}
