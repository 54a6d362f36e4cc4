import Crypto
import Foundation

/// Why a cache file was moved aside and a new one begun.
package enum SetAside: String, Sendable, CaseIterable {
  /// It was no database any more.
  case damaged
  /// A newer version of this program wrote it, in tables that this one does not know.
  case newer
}

/// What tells a file from another one that takes its place.
struct FileIdentity: Sendable, Hashable {
  let device: UInt64
  let number: UInt64
}

/// The file of a cache: its name, its rights, and what becomes of it when it is damaged.
struct CacheFile: Sendable, Hashable {
  let path: String

  /// A name that tells two sign-ins apart and says nothing of either.
  static func name(of parts: [String]) -> String {
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")
    let digest = SHA256.hash(data: Data(text.utf8))
    return digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private var folder: String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  /// The database and what SQLite keeps beside it.
  private var parts: [String] { ["", "-wal", "-shm"].map { path + $0 } }

  /// Makes the folder (0700) and the file (0600) where they are missing, and mends wider rights.
  func prepare() throws(CacheError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    } catch {
      throw CacheError(code: .unwritable, path: path, detail: error.localizedDescription)
    }
    var status = stat()
    if unsafe lstat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw failure(ELOOP) }
      guard unsafe chmod(path, 0o600) == 0 else { throw failure(errno) }
    } else {
      try create()
    }
  }

  /// Makes an empty file elsewhere and moves it there, unless another process was faster.
  ///
  /// The file itself must not be opened and closed: that would take the locks of every connection to it
  /// that this process has (POSIX `fcntl`), and the next process to close it would empty the log under them.
  private func create() throws(CacheError) {
    let fresh = "\(path).\(UUID().uuidString)"
    let descriptor = unsafe open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(errno) }
    close(descriptor)
    defer { unsafe unlink(fresh) }
    guard unsafe link(fresh, path) == 0 || errno == EEXIST else { throw failure(errno) }
  }

  private func failure(_ code: Int32) -> CacheError {
    CacheError(
      code: code == ENOSPC ? .noSpace : .unwritable, path: path, detail: Self.words(for: code))
  }

  /// Runs the body while no other process opens a cache in this folder.
  ///
  /// Two processes that find the same damaged file must not move each other's fresh one aside. A folder
  /// that cannot be locked, as on some network file systems, is used without.
  func whileAlone<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    if descriptor >= 0 { flock(descriptor, LOCK_EX) }
    return try body()
  }

  /// Which file stands at the path; `nil` where there is none.
  var identity: FileIdentity? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// Moves the file out of the way, in the place of the one moved before it for the same reason.
  func setAside(_ reason: SetAside) {
    for part in parts { unsafe rename(part, part + ".\(reason.rawValue)") }
  }

  /// Removes what was moved aside.
  func removeAside() {
    for reason in SetAside.allCases {
      for part in parts { unsafe unlink(part + ".\(reason.rawValue)") }
    }
  }

  private static func words(for code: CInt) -> String {
    NSError(domain: NSPOSIXErrorDomain, code: Int(code)).localizedDescription
  }
}
