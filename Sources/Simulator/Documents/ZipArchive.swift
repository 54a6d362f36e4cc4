/// Reads single files out of a ZIP archive, as app packages are.
struct ZipArchive: Sendable {
  private let bytes: [UInt8]
  private let directory: Int
  private let count: Int

  /// Makes nothing of what has no directory of files at its end.
  init?(_ bytes: [UInt8]) {
    let record = 22
    guard bytes.count >= record else { return nil }
    // The record may be followed by a comment.
    let earliest = max(0, bytes.count - record - 0xFFFF)
    let found = stride(from: bytes.count - record, through: earliest, by: -1).first {
      Self.number(bytes, $0, 4) == 0x0605_4B50
    }
    guard let found, let count = Self.number(bytes, found + 10, 2),
      let directory = Self.number(bytes, found + 16, 4)
    else { return nil }
    self.bytes = bytes
    self.directory = directory
    self.count = count
  }

  /// The content of a file; nil when it is not there, damaged, or longer than the limit.
  func file(_ name: String, limit: Int) -> [UInt8]? {
    var position = directory
    for _ in 0..<count {
      guard number(position, 4) == 0x0201_4B50, let method = number(position + 10, 2),
        let packed = number(position + 20, 4), let nameLength = number(position + 28, 2),
        let extraLength = number(position + 30, 2), let commentLength = number(position + 32, 2),
        let header = number(position + 42, 4), position + 46 + nameLength <= bytes.count
      else { return nil }
      let found = String(decoding: bytes[position + 46..<position + 46 + nameLength], as: UTF8.self)
      guard found == name else {
        position += 46 + nameLength + extraLength + commentLength
        continue
      }
      guard number(header, 4) == 0x0403_4B50, let ownName = number(header + 26, 2),
        let ownExtra = number(header + 28, 2)
      else { return nil }
      let start = header + 30 + ownName + ownExtra
      guard start + packed <= bytes.count else { return nil }
      let content = bytes[start..<start + packed]
      switch method {
      case 0: return content.count <= limit ? Array(content) : nil
      case 8: return try? Gzip.unpacked(Array(content), as: .bare, upTo: limit)
      default: return nil
      }
    }
    return nil
  }

  private func number(_ position: Int, _ width: Int) -> Int? {
    Self.number(bytes, position, width)
  }

  private static func number(_ bytes: [UInt8], _ position: Int, _ width: Int) -> Int? {
    guard position >= 0, position + width <= bytes.count else { return nil }
    return (0..<width).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }
}
