import Crypto
import Foundation

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
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      let code: CacheError.Code = errno == ENOSPC ? .noSpace : .unwritable
      throw CacheError(code: code, path: path, detail: Self.words(for: errno))
    }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else {
      throw CacheError(code: .unwritable, path: path, detail: Self.words(for: errno))
    }
  }

  /// Runs the body while no other process opens a cache in this folder.
  ///
  /// Two processes that find the same damaged file must not move each other's fresh one aside. A folder
  /// that cannot be locked, as on some network file systems, is used without.
  func whileAlone<Value>(_ body: () throws(CacheError) -> Value) throws(CacheError) -> Value {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    if descriptor >= 0 { flock(descriptor, LOCK_EX) }
    return try body()
  }

  /// Moves the file out of the way, in the place of the one moved before it.
  func setAside() {
    for part in parts { unsafe rename(part, part + Self.asideSuffix) }
  }

  /// Removes what was moved aside.
  func removeAside() {
    for part in parts { unsafe unlink(part + Self.asideSuffix) }
  }

  private static let asideSuffix = ".damaged"

  private static func words(for code: CInt) -> String {
    NSError(domain: NSPOSIXErrorDomain, code: Int(code)).localizedDescription
  }
}
