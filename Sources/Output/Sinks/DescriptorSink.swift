#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes to an open file descriptor, which stays its owner's to close.
package struct DescriptorSink: Sink {
  package let descriptor: Int32
  package let isTerminal: Bool
  package let isFile: Bool
  package let usesColor: Bool
  private let widthWithoutTerminal: Int

  package init(descriptor: Int32, environment: [String: String]) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    var status = stat()
    isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    usesColor = ColorChoice.isColored(isTerminal: isTerminal, environment: environment)
    widthWithoutTerminal =
      environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }

  /// The window's width now; without one `COLUMNS`, then 80.
  package var columns: Int {
    TerminalSize.of(descriptor: descriptor)?.columns ?? widthWithoutTerminal
  }

  package var rows: Int? { TerminalSize.of(descriptor: descriptor)?.rows }

  package func write(_ text: String) throws(SinkError) {
    var text = text
    let failure: SinkError? = text.withUTF8 { bytes in
      unsafe Descriptor.writeAll(UnsafeRawBufferPointer(bytes), to: descriptor)
    }
    if let failure { throw failure }
  }

  package func write(bytes: [UInt8]) throws(SinkError) {
    let failure = unsafe bytes.withUnsafeBytes { unsafe Descriptor.writeAll($0, to: descriptor) }
    if let failure { throw failure }
  }
}
