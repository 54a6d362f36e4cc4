import CommandKit
import SystemPackage

/// Reads whole files: scripts, and what `<` names.
enum ScriptFile {
  /// The bytes of a file, a pipe or a device up to its end.
  static func bytes(of path: String) throws(Errno) -> [UInt8] {
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
    } catch {
      throw error as? Errno ?? .ioError
    }
    defer { try? descriptor.close() }
    var bytes: [UInt8] = []
    while true {
      let piece = try descriptor.readSome()
      guard !piece.isEmpty else { return bytes }
      bytes += piece
    }
  }

  /// The text of a script; `nil` when it is not UTF-8.
  static func text(of path: String) throws(Errno) -> String? {
    var bytes = try bytes(of: path)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return String(validating: bytes, as: UTF8.self)
  }
}
