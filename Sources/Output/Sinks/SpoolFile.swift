#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes put aside for a while: in memory as long as they are few, in a file without a name beyond that.
///
/// The file is gone with the process, however that ends.
package struct SpoolFile: ~Copyable {
  private let folder: String
  private let largestInMemory: Int
  private var memory: [UInt8] = []
  private var descriptor: Int32 = -1
  /// How many bytes of the file are written; the rest is in memory yet.
  private var written = 0
  private var window: (start: Int, bytes: [UInt8]) = (0, [])

  /// What is read at once around what is asked for.
  private static let windowSize = 256 * 1024

  /// - Parameters:
  ///   - folder: Where the file would be.
  ///   - largestInMemory: How many bytes stay in memory.
  package init(in folder: String, largestInMemory: Int = 256 * 1024) {
    self.folder = folder
    self.largestInMemory = largestInMemory
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// How many bytes there are.
  package var count: Int { written + memory.count }

  /// Adds bytes at the end.
  package mutating func append(_ bytes: [UInt8]) throws(SinkError) {
    memory.append(contentsOf: bytes)
    if memory.count > largestInMemory { try flush() }
  }

  /// The bytes of a range that was written.
  ///
  /// Ranges that lie near each other, in whatever order, are read from the disk once.
  package mutating func bytes(in range: Range<Int>) throws(SinkError) -> ArraySlice<UInt8> {
    guard written > 0 else { return memory[range] }
    if !memory.isEmpty { try flush() }
    if range.lowerBound < window.start || range.upperBound > window.start + window.bytes.count {
      // Read backwards as well as forwards: what is asked for lies at the end of what is read.
      let length = max(Self.windowSize, range.count)
      let start = max(0, range.upperBound - length)
      window = (start, try read(start..<min(written, start + length)))
    }
    return window.bytes[(range.lowerBound - window.start)..<(range.upperBound - window.start)]
  }

  private mutating func flush() throws(SinkError) {
    if descriptor < 0 { descriptor = try Self.nameless(in: folder) }
    let failure = unsafe memory.withUnsafeBytes { unsafe Descriptor.writeAll($0, to: descriptor) }
    if let failure { throw SinkError(code: failure.code, path: folder, reason: failure.reason) }
    written += memory.count
    memory.removeAll(keepingCapacity: true)
  }

  private func read(_ range: Range<Int>) throws(SinkError) -> [UInt8] {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + count }, range.count - count,
          off_t(range.lowerBound + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          failed = true
          return
        }
        count += got
      }
    }
    if failed { throw Descriptor.failure(path: folder) }
    return bytes
  }

  private static func nameless(in folder: String) throws(SinkError) -> Int32 {
    while true {
      let tag = String(UInt64.random(in: .min ... .max), radix: 36)
      let path = "\(folder)/.\(tag)"
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        unsafe unlink(path)
        return descriptor
      }
      guard errno == EEXIST else { throw Descriptor.failure(path: folder) }
    }
  }
}
