package import Output
import Synchronization
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps what a job prints until somebody looks: a little in memory, much in a file that has no name.
package final class JobOutput: Sink {
  package let isTerminal: Bool
  package let columns: Int
  private let state = Mutex(State())

  private struct State {
    var memory: [UInt8] = []
    var file: FileDescriptor?
    var length = 0
  }

  private static let mostInMemory = 64 * 1024
  private static let most = 256 * 1024 * 1024

  /// Made for what it will be copied to, but without colours: news above a prompt has none.
  ///
  /// - Parameter sink: What that is; `nil` for text that stands for itself.
  package init(like sink: (any Sink)? = nil) {
    isTerminal = sink?.isTerminal ?? false
    columns = sink?.columns ?? 80
  }

  deinit {
    try? state.withLock { $0.file }?.close()
  }

  package func write(_ text: String) throws(SinkError) {
    try write(bytes: Array(text.utf8))
  }

  package func write(bytes: [UInt8]) throws(SinkError) {
    try state.withLock { state throws(SinkError) in
      guard state.length + bytes.count <= Self.most else {
        throw SinkError(code: .noSpace, reason: "a job prints 256 MiB at most")
      }
      do {
        if state.file == nil, state.length + bytes.count > Self.mostInMemory {
          let file = try Self.namelessFile()
          try file.writeAll(state.memory)
          (state.file, state.memory) = (file, [])
        }
        if let file = state.file {
          try file.writeAll(bytes)
        } else {
          state.memory += bytes
        }
        state.length += bytes.count
      } catch {
        throw SinkError(code: .failed, reason: "\(error)")
      }
    }
  }

  /// Writes everything kept to another sink, in pieces.
  package func copy(to sink: any Sink) throws(SinkError) {
    let (memory, file, length) = state.withLock { ($0.memory, $0.file, $0.length) }
    guard let file else { return memory.isEmpty ? () : try sink.write(bytes: memory) }
    var offset = 0
    while offset < length {
      let piece: [UInt8]
      do {
        piece = try unsafe [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
          count = try unsafe file.read(
            fromAbsoluteOffset: Int64(offset), into: UnsafeMutableRawBufferPointer(buffer))
        }
      } catch {
        throw SinkError(code: .failed, reason: "\(error)")
      }
      guard !piece.isEmpty else { return }
      try sink.write(bytes: piece)
      offset += piece.count
    }
  }

  /// Everything kept as text, where it has no more lines than that.
  package func text(lines: Int) -> String? {
    let (memory, file) = state.withLock { ($0.memory, $0.file) }
    guard file == nil, memory.count(where: { $0 == .newline }) <= lines else { return nil }
    return String(decoding: memory, as: UTF8.self)
  }

  /// A file that only this process can reach, and that is gone with it.
  private static func namelessFile() throws -> FileDescriptor {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    let path = "\(folder)/teamsh-job-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    let file = try FileDescriptor.open(
      FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: [.ownerReadWrite])
    _ = unsafe unlink(path)
    return file
  }
}
