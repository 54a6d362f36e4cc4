import CommandKit
import Foundation
import Output

/// Where an export goes: into one file, or a file a conversation into a folder.
enum ExportTarget: Sendable, Hashable {
  case file(String)
  case folder(String)

  /// Reads what was typed: a name with an ending that we write is a file, unless a folder has it.
  init(_ path: String) {
    // Only a folder has something below it, if only itself.
    if ExportFormat(path: path) != nil, !FileManager.default.fileExists(atPath: path + "/.") {
      self = .file(path)
    } else {
      var path = path
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      self = .folder(path)
    }
  }

  /// The folder in which something is written.
  var folder: String {
    switch self {
    case .folder(let path): path
    case .file(let path):
      path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Makes a folder, and those that lead to it.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandError(.unwritable(path: path, reason: error.localizedDescription))
    }
  }
}
