#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file being written beside the one that it will replace or be added to.
///
/// A name that is no regular file (`/dev/null`, a FIFO) cannot be replaced, and is written directly.
struct FileDraft: ~Copyable {
  private let path: String
  /// Where a chain of symbolic links ends, so that the link stays and its target is replaced.
  private let target: String
  private let mode: FileSink.Mode
  private var descriptor: Int32
  /// The draft's own name; `nil` when the file is written directly.
  private let draftPath: String?

  init(path: String, mode: FileSink.Mode) throws(SinkError) {
    let target = Self.resolved(path)
    let (descriptor, draftPath) = try Self.opened(target, named: path)
    self.path = path
    self.mode = mode
    self.target = target
    self.descriptor = descriptor
    self.draftPath = draftPath
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let draftPath, descriptor >= 0 { unsafe unlink(draftPath) }
  }

  mutating func write(_ bytes: [UInt8]) throws(SinkError) {
    try Self.write(bytes, to: descriptor, path: path)
  }

  mutating func commit() throws(SinkError) {
    defer { discard() }
    guard let draftPath else { return }
    switch mode {
    case .replace:
      guard fsync(descriptor) == 0, unsafe rename(draftPath, target) == 0 else {
        throw Descriptor.failure(path: path)
      }
      Self.syncFolder(of: target)
    case .append:
      try appendDraft()
    }
  }

  /// Closes and removes the draft.
  mutating func discard() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    if let draftPath { unsafe unlink(draftPath) }
  }
}

extension FileDraft {
  /// Adds the draft to the file, or leaves the file as long as it was.
  private func appendDraft() throws(SinkError) {
    let file = unsafe open(target, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Descriptor.failure(path: path) }
    defer { close(file) }
    let length = lseek(file, 0, SEEK_END)
    do throws(SinkError) {
      try copyDraft(to: file)
      guard fsync(file) == 0 else { throw Descriptor.failure(path: path) }
    } catch {
      _ = ftruncate(file, length)
      throw error
    }
  }

  private func copyDraft(to file: Int32) throws(SinkError) {
    lseek(descriptor, 0, SEEK_SET)
    while true {
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: 256 * 1024) { buffer, count in
        count = unsafe max(0, read(descriptor, buffer.baseAddress, buffer.count))
      }
      guard !piece.isEmpty else { return }
      try Self.write(piece, to: file, path: path)
    }
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(SinkError) {
    let failure = unsafe bytes.withUnsafeBytes { unsafe Descriptor.writeAll($0, to: descriptor) }
    if let failure { throw SinkError(code: failure.code, path: path, reason: failure.reason) }
  }

  private static func opened(
    _ target: String, named path: String
  ) throws(SinkError) -> (descriptor: Int32, draftPath: String?) {
    guard let existing = status(of: target) else {
      return try makeDraft(beside: target, named: path)
    }
    switch existing.st_mode & S_IFMT {
    case S_IFREG:
      // Replacing asks only the folder for permission; a write-protected file means it for itself.
      guard unsafe access(target, W_OK) == 0 else { throw Descriptor.failure(path: path) }
      let draft = try makeDraft(beside: target, named: path)
      _ = fchmod(draft.descriptor, existing.st_mode & 0o7777)
      return draft
    case S_IFDIR:
      throw SinkError(
        code: .isFolder, path: path, reason: unsafe String(cString: strerror(EISDIR)))
    default:
      let descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { throw Descriptor.failure(path: path) }
      return (descriptor, nil)
    }
  }

  /// Opens a new file of an unused name in the target's folder.
  private static func makeDraft(
    beside target: String, named path: String
  ) throws(SinkError) -> (descriptor: Int32, draftPath: String?) {
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let folder = target.dropLast(name.count)
    while true {
      let tag = String(UInt64.random(in: .min ... .max), radix: 36)
      let draftPath = "\(folder).\(name.prefix(40)).\(tag)"
      let descriptor = unsafe open(draftPath, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, draftPath) }
      guard errno == EEXIST else { throw Descriptor.failure(path: path) }
    }
  }

  /// The file's real path; the path as given where there is no such file yet.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Whether a path leads to a file with lines of its own, and not to a device, a pipe or nothing.
  static func isRegular(_ path: String) -> Bool {
    status(of: path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// Makes the new name itself durable; a folder that cannot be opened is no reason to fail.
  private static func syncFolder(of target: String) {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
