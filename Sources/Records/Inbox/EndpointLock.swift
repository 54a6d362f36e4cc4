import Foundation
import SystemPackage

/// The right to be the one endpoint of a data folder, held until the process ends.
///
/// It is a lock of the kernel's on a file, so that nothing has to be cleaned up after `kill -9`.
package final class EndpointLock: Sendable {
  private let file: FileDescriptor

  private init(_ file: FileDescriptor) {
    self.file = file
  }

  deinit {
    try? file.close()
  }

  /// Takes the lock; `nil` where another process has it.
  package static func take(in folder: String) throws(RecordsError) -> EndpointLock? {
    let path = path(in: folder)
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let file = try FileDescriptor.open(
        FilePath(path), .readWrite, options: [.create, .closeOnExec, .noFollow],
        permissions: .ownerReadWrite)
      // Who only looks holds it for an instant too.
      for _ in 1...20 {
        if flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 { return EndpointLock(file) }
        usleep(10_000)
      }
      try? file.close()
      return nil
    } catch let error as Errno {
      throw RecordsError(code: .unwritable, path: path, reason: error.description)
    } catch {
      throw RecordsError(code: .unwritable, path: path, reason: SystemReason.of(error))
    }
  }

  /// Whether somebody has it.
  package static func isTaken(in folder: String) -> Bool {
    guard let file = try? FileDescriptor.open(FilePath(path(in: folder)), .readOnly) else {
      return false
    }
    defer { try? file.close() }
    return flock(file.rawValue, LOCK_SH | LOCK_NB) != 0
  }

  private static func path(in folder: String) -> String { "\(folder)/endpoint.lock" }
}
