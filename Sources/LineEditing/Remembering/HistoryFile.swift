import Foundation
import Glibc

/// A file of JSON lines that several shells append to at once.
///
/// A line is added in one write under a lock. Lines go only where somebody deletes them, or where the
/// oldest of too many are trimmed; one that this program cannot read stays then, too.
struct HistoryFile: Sendable {
  let path: String

  /// The fewest bytes of a line: a file shorter than so many lines need not be counted.
  private static let shortestLine = 60
  /// What is read for each line wanted, at first: most are shorter.
  private static let usualLine = 160

  /// Adds a line at the end, on a row of its own even where a crash has left half a line.
  func append(_ entry: HistoryEntry) throws(LineEditingError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard var line = try? [UInt8](encoder.encode(entry)) else { return }
    line.append(Self.newline)
    makeFolder()
    try locked(O_CREAT) { (file) throws(LineEditingError) in
      _ = fchmod(file, 0o600)
      let end = lseek(file, 0, SEEK_END)
      var last: [UInt8] = [Self.newline]
      if end > 0 { _ = unsafe pread(file, &last, 1, end - 1) }
      if last != [Self.newline] { line.insert(Self.newline, at: 0) }
      try write(line, to: file, path: path)
    }
  }

  /// The newest entries, oldest first.
  ///
  /// A file that is not there holds none.
  func newest(_ limit: Int) throws(LineEditingError) -> [HistoryEntry] {
    try newest(limit) { $0.entry() }
  }

  /// The newest lines as they are recalled, oldest first.
  func recalled(_ limit: Int) throws(LineEditingError) -> [Recalled] {
    try newest(limit) { $0.recalled() }
  }

  /// Drops the oldest entries above a number.
  func trim(to limit: Int) throws(LineEditingError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, Int(status.st_size) > limit * Self.shortestLine else {
      return
    }
    try rewrite { bytes, lines in
      var surplus = lines.count - limit
      return lines.filter { line in
        guard surplus > 0, HistoryLine(bytes, line).recalled() != nil else { return true }
        surplus -= 1
        return false
      }
    }
  }

  /// Removes the entries whose texts are named.
  func remove(where isUnwanted: (String) -> Bool) throws(LineEditingError) {
    try rewrite { bytes, lines in
      lines.filter { line in
        guard let entry = HistoryLine(bytes, line).recalled() else { return true }
        return !isUnwanted(entry.text)
      }
    }
  }

  /// Removes everything, also what this program cannot read.
  func clear() throws(LineEditingError) {
    guard unsafe access(path, F_OK) == 0 else { return }
    try locked { (file) throws(LineEditingError) in
      guard ftruncate(file, 0) == 0 else {
        throw LineEditingError(.historyUnwritable, path: path, errno: errno)
      }
    }
  }

  private func newest<Value>(
    _ limit: Int, read: (HistoryLine) -> Value?
  ) throws(LineEditingError) -> [Value] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw LineEditingError(.historyUnreadable, path: path, errno: errno)
    }
    defer { _ = close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    var wanted = min(size, limit < size ? limit * Self.usualLine : size)
    while true {
      let bytes = try bytes(of: file, from: size - wanted)
      var lines = Self.lines(of: bytes)
      if wanted < size { lines = lines.dropFirst() }
      var found: [Value] = []
      for line in lines.reversed() {
        guard found.count < limit else { break }
        if let value = read(HistoryLine(bytes, line)) { found.append(value) }
      }
      if found.count == limit || wanted == size { return found.reversed() }
      wanted = min(size, wanted * 4)
    }
  }

  /// Puts a file with some of the lines in the place of this one.
  private func rewrite(
    keeping choose: ([UInt8], ArraySlice<Range<Int>>) -> [Range<Int>]
  ) throws(LineEditingError) {
    guard unsafe access(path, F_OK) == 0 else { return }
    try locked { (file) throws(LineEditingError) in
      let bytes = try bytes(of: file, from: 0)
      let lines = Self.lines(of: bytes)
      let kept = choose(bytes, lines)
      guard kept.count < lines.count else { return }
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count)
      for line in kept {
        text += bytes[line]
        text.append(Self.newline)
      }
      try replace(with: text)
    }
  }

  /// Written beside and renamed, so that a full disk or a crash leaves the old file.
  private func replace(with text: [UInt8]) throws(LineEditingError) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let draft = target + ".new"
    let file = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw LineEditingError(.historyUnwritable, path: draft, errno: errno) }
    defer { _ = close(file) }
    do throws(LineEditingError) {
      try write(text, to: file, path: draft)
      guard fsync(file) == 0, unsafe rename(draft, target) == 0 else {
        throw LineEditingError(.historyUnwritable, path: path, errno: errno)
      }
    } catch {
      _ = unsafe unlink(draft)
      throw error
    }
  }

  /// Does something with the file that stands in its place, while no other shell changes it.
  ///
  /// Whoever waited for the lock may hold a file by then that another shell has replaced.
  private func locked(
    _ flags: Int32 = 0, _ body: (Int32) throws(LineEditingError) -> Void
  ) throws(LineEditingError) {
    while true {
      let file = unsafe open(path, O_RDWR | O_APPEND | O_CLOEXEC | flags, 0o600)
      guard file >= 0 else { throw LineEditingError(.historyUnwritable, path: path, errno: errno) }
      defer { _ = close(file) }
      while flock(file, LOCK_EX) != 0, errno == EINTR {}
      guard isInPlace(file) else { continue }
      return try body(file)
    }
  }

  private func isInPlace(_ file: Int32) -> Bool {
    var held = stat()
    var named = stat()
    guard unsafe fstat(file, &held) == 0, unsafe stat(path, &named) == 0 else { return false }
    return held.st_ino == named.st_ino && held.st_dev == named.st_dev
  }
}

extension HistoryFile {
  private static let newline = UInt8(ascii: "\n")

  /// Where the lines stand that hold something.
  private static func lines(of bytes: [UInt8]) -> ArraySlice<Range<Int>> {
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      if end > start { lines.append(start..<end) }
      start = end + 1
    }
    return lines[...]
  }

  private func bytes(of file: Int32, from start: Int) throws(LineEditingError) -> [UInt8] {
    let wanted = max(Int(lseek(file, 0, SEEK_END)) - start, 0)
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let got = unsafe pread(
          file, buffer.baseAddress?.advanced(by: count), wanted - count, start + count)
        if got < 0 { failure = errno }
        guard got > 0 else { break }
        count += got
      }
    }
    guard failure == 0 else {
      throw LineEditingError(.historyUnreadable, path: path, errno: failure)
    }
    return bytes
  }

  private func write(
    _ bytes: [UInt8], to file: Int32, path: String
  ) throws(LineEditingError) {
    guard unsafe Glibc.write(file, bytes, bytes.count) == bytes.count else {
      throw LineEditingError(.historyUnwritable, path: path, errno: errno)
    }
  }

  /// Makes the folder, for its owner only.
  ///
  /// A failure shows when the file is opened.
  private func makeFolder() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      _ = unsafe mkdir(folder, 0o700)
    }
  }
}
