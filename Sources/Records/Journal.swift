import Documents
package import Foundation
import Synchronization
import SystemPackage

/// The record of every write to the tenant: an intent before the request, an outcome after it.
///
/// One file, `journal.ndjson`, appended to by every shell at once: each line goes out in a single write
/// to a descriptor opened for appending, so lines of two shells never mix. An intent without an outcome
/// is what a crash leaves; ``unfinished()`` finds it. Bodies and secrets are never written.
package final class Journal: Sendable {
  package let path: String
  private let descriptor = Mutex<FileDescriptor?>(nil)

  package init(path: String) {
    self.path = path
  }

  deinit {
    try? descriptor.withLock { $0 }?.close()
  }

  /// Records what is about to be sent, and gives the key that its outcome must carry.
  ///
  /// The line is on disk when this returns: a write that the journal cannot hold is not sent.
  package func intend(_ deed: Deed, at time: Date) throws(JournalError) -> String {
    let key = UUID().uuidString.lowercased()
    try append(deed.intent(key: key, at: time), durable: true)
    return key
  }

  /// Records how it ended.
  package func conclude(_ key: String, _ outcome: DeedOutcome, at time: Date) throws(JournalError) {
    try append(outcome.line(key: key, at: time), durable: false)
  }

  /// Every deed in the order of its intent, oldest first.
  ///
  /// Lines that cannot be read, as after a full disk, are passed over and left in the file.
  package func entries() throws(JournalError) -> [JournalEntry] {
    let text: String
    do {
      text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return []
    } catch {
      throw JournalError(code: .unreadable, path: path, reason: SystemReason.of(error))
    }
    var entries: [JournalEntry] = []
    var positions: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      guard let document = try? JSON(parsing: Array(line.utf8)), let key = document["key"]?.string
      else { continue }
      if document["event"]?.string == "intent" {
        positions[key] = entries.count
        entries.append(JournalEntry(key: key, intent: document))
      } else if let position = positions[key] {
        entries[position].outcome = document
      }
    }
    return entries
  }

  /// Records as unknown what earlier processes left without an outcome, and gives it back.
  ///
  /// A deed whose process is still there is under way and left alone.
  package func settleUnfinished(at time: Date) throws(JournalError) -> [JournalEntry] {
    let left = try entries().filter { $0.outcome == nil && !$0.isUnderWay }
    for entry in left { try conclude(entry.key, DeedOutcome(.unknown), at: time) }
    return left
  }

  private func append(_ line: JSON, durable: Bool) throws(JournalError) {
    do {
      try descriptor.withLock { held in
        let file = try held ?? Self.open(path)
        held = file
        try file.writeAll((line.text() + "\n").utf8)
        if durable { try Self.synchronize(file) }
      }
    } catch let error as Errno {
      throw JournalError(code: .unwritable, path: path, reason: error.description)
    } catch {
      throw JournalError(code: .unwritable, path: path, reason: SystemReason.of(error))
    }
  }

  private static func open(_ path: String) throws -> FileDescriptor {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let file = try FileDescriptor.open(
      FilePath(path), .readWrite, options: [.create, .append, .closeOnExec],
      permissions: .ownerReadWrite)
    try endLastLine(of: file)
    return file
  }

  /// Closes a line that a crash or a full disk cut short, so that the next one begins on its own.
  private static func endLastLine(of file: FileDescriptor) throws {
    let size = try file.seek(offset: 0, from: .end)
    guard size > 0 else { return }
    var last: [UInt8] = [0]
    let count = try unsafe last.withUnsafeMutableBytes { buffer in
      unsafe try file.read(fromAbsoluteOffset: size - 1, into: buffer)
    }
    if count == 1, last[0] != UInt8(ascii: "\n") { try file.writeAll("\n".utf8) }
  }

  private static func synchronize(_ file: FileDescriptor) throws {
    if fdatasync(file.rawValue) != 0, errno != EINVAL, errno != EROFS {
      throw Errno(rawValue: errno)
    }
  }
}

/// Why the journal cannot be used.
package struct JournalError: Error, Sendable, Hashable {
  /// The reasons.
  package enum Code: Sendable, Hashable, CaseIterable {
    case unreadable, unwritable
  }

  package let code: Code
  package let path: String
  /// The operating system's words.
  package let reason: String

  package init(code: Code, path: String, reason: String) {
    self.code = code
    self.path = path
    self.reason = reason
  }
}
