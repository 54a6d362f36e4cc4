import Foundation

/// The checksum that SharePoint shows of files: every byte is put, eleven bits after the one before,
/// onto a ring of 160 bits, and the length onto its last 64.
struct QuickXorHash: Sendable {
  private static let width = 160
  private static let shift = 11

  private var ring = [UInt8](repeating: 0, count: width / 8)
  private var position = 0
  private(set) var length = 0

  mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      let (cell, bit) = (position / 8, position % 8)
      let wide = UInt16(byte) << UInt16(bit)
      ring[cell] ^= UInt8(truncatingIfNeeded: wide)
      ring[(cell + 1) % ring.count] ^= UInt8(wide >> 8)
      position = (position + Self.shift) % Self.width
      length += 1
    }
  }

  var text: String {
    var sealed = ring
    for index in 0..<8 {
      sealed[sealed.count - 8 + index] ^= UInt8(truncatingIfNeeded: length >> (8 * index))
    }
    return Data(sealed).base64EncodedString()
  }
}
