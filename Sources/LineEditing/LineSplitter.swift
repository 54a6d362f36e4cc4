/// Cuts a stream of bytes into lines.
struct LineSplitter {
  private var bytes: [UInt8] = []
  private var start = 0
  /// How far the bytes are known to hold no line end.
  private var searched = 0

  mutating func append(_ more: [UInt8]) {
    bytes.removeFirst(start)
    searched -= start
    start = 0
    bytes += more
  }

  /// The next whole line, without its line end; `nil` until it is whole.
  mutating func next() -> String? {
    guard let end = bytes[max(searched, start)...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count
      return nil
    }
    defer {
      start = end + 1
      searched = start
    }
    return text(bytes[start..<end])
  }

  /// What stands behind the last line end; `nil` when nothing does.
  mutating func rest() -> String? {
    defer {
      start = bytes.count
      searched = start
    }
    return start < bytes.count ? text(bytes[start...]) : nil
  }

  private func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }
}
