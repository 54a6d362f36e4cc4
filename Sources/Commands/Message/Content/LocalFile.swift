import CommandKit
import Foundation

/// A file of this machine that a message is to carry, and what it was when it was first looked at.
struct LocalFile: Sendable, Hashable {
  let path: String
  let size: Int
  private let identity: Identity

  /// What changes when somebody writes to a file, or puts another one in its place.
  private struct Identity: Sendable, Hashable {
    let size: Int
    let inode: Int
    let modified: Date?
  }

  /// The name that it gets where it goes.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Looks at a file, and sends nothing.
  ///
  /// - Throws: ``CommandError`` for a file that is missing, is none, cannot be read, is empty or is longer
  ///   than the limit.
  init(path: String, limit: Int) throws(CommandError) {
    self.path = path
    let found = try Self.look(at: path)
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw CommandError(.file(.notPermitted, path: path))
    }
    guard found.size > 0 else { throw CommandError(.file(.empty, path: path)) }
    guard found.size <= limit else {
      throw CommandError(.file(.tooLarge(size: found.size, limit: limit), path: path))
    }
    identity = found
    size = found.size
  }

  private static func look(at path: String) throws(CommandError) -> Identity {
    let attributes: [FileAttributeKey: Any]
    do {
      let resolved = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
      attributes = try FileManager.default.attributesOfItem(atPath: resolved)
    } catch {
      let isRefused = (error as? CocoaError)?.code == .fileReadNoPermission
      throw CommandError(.file(isRefused ? .notPermitted : .missing, path: path))
    }
    switch attributes[.type] as? FileAttributeType {
    case .typeRegular: break
    case .typeDirectory: throw CommandError(.file(.folder, path: path))
    default: throw CommandError(.file(.special, path: path))
    }
    return Identity(
      size: (attributes[.size] as? NSNumber)?.intValue ?? 0,
      inode: (attributes[.systemFileNumber] as? NSNumber)?.intValue ?? 0,
      modified: attributes[.modificationDate] as? Date)
  }

  /// - Throws: ``CommandError`` when the file is no longer what it was, or is gone.
  func requireUnchanged() throws(CommandError) {
    let found: Identity
    do throws(CommandError) {
      found = try Self.look(at: path)
    } catch {
      guard case .file(.missing, _) = error.code else { throw error }
      throw CommandError(.file(.gone, path: path))
    }
    guard found == identity else { throw CommandError(.file(.changed, path: path)) }
  }

  /// Some bytes of the file, as many as asked for.
  ///
  /// - Throws: ``CommandError`` when the file became shorter, is gone, or can no longer be read.
  func bytes(_ range: Range<Int>) throws(CommandError) -> [UInt8] {
    let data: Data?
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? handle.close() }
      try handle.seek(toOffset: UInt64(range.lowerBound))
      data = try handle.read(upToCount: range.count)
    } catch {
      try requireUnchanged()
      throw CommandError(.file(.unreadable(reason: error.localizedDescription), path: path))
    }
    guard let data, data.count == range.count else {
      throw CommandError(.file(.changed, path: path))
    }
    return Array(data)
  }

  /// All of it, for a small one.
  func contents() throws(CommandError) -> [UInt8] { try bytes(0..<size) }
}
