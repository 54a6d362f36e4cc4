import Foundation
import Glibc

/// A file of JSON lines that several shells append to at once.
///
/// Lines are only ever added, each in one write under a lock. A line this program cannot read stays
/// where it is: it may be damaged, or a newer version's.
struct HistoryFile: Sendable {
  let path: String

  /// Only the newest part of a file is read: tens of thousands of lines.
  private static let readLimit = 4 << 20

  /// Adds a line at the end, on a row of its own even where a crash has left half a line.
  func append(_ entry: HistoryEntry) throws(LineEditingError) {
    guard var line = try? [UInt8](encoder.encode(entry)) else { return }
    line.append(UInt8(ascii: "\n"))
    makeFolder()
    let file = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw LineEditingError(.historyUnwritable, path: path, errno: errno) }
    defer { _ = Glibc.close(file) }
    _ = fchmod(file, 0o600)
    _ = flock(file, LOCK_EX)
    let end = lseek(file, 0, SEEK_END)
    var last: [UInt8] = [UInt8(ascii: "\n")]
    if end > 0 { _ = unsafe pread(file, &last, 1, end - 1) }
    if last != [UInt8(ascii: "\n")] { line.insert(UInt8(ascii: "\n"), at: 0) }
    guard unsafe Glibc.write(file, line, line.count) == line.count else {
      throw LineEditingError(.historyUnwritable, path: path, errno: errno)
    }
  }

  /// The newest entries, oldest first.
  ///
  /// A file that is not there holds none.
  func newest(_ limit: Int) throws(LineEditingError) -> [HistoryEntry] {
    let decoder = JSONDecoder()
    var entries: [HistoryEntry] = []
    for line in try bytes().split(separator: UInt8(ascii: "\n")).reversed() {
      guard entries.count < limit else { break }
      if let entry = try? decoder.decode(HistoryEntry.self, from: Data(line)) {
        entries.append(entry)
      }
    }
    return entries.reversed()
  }

  private var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  private func bytes() throws(LineEditingError) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw LineEditingError(.historyUnreadable, path: path, errno: errno)
    }
    defer { _ = Glibc.close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    let start = max(size - Self.readLimit, 0)
    let wanted = max(size - start, 0)
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
