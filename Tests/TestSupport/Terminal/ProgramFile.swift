import Foundation

/// A script that a test writes and another process runs.
package enum ProgramFile {
  /// Writes a script that can be run when this returns.
  package static func write(_ script: String, to path: String) throws {
    try Data(script.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    awaitWriters(of: path)
  }

  /// Waits until nobody holds a file open to write it, or the system would refuse to run it.
  ///
  /// A process that another test has just forked holds what was open here until it runs its own program.
  private static func awaitWriters(of path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    let limit = ContinuousClock.now + .seconds(10)
    // A lease to read is given only where nobody writes.
    while fcntl(descriptor, Self.setLease, F_RDLCK) != 0, ContinuousClock.now < limit {
      sched_yield()
    }
    _ = fcntl(descriptor, Self.setLease, F_UNLCK)
  }

  private static let setLease: Int32 = 1024
}
