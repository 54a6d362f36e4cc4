import CommandKit
import Foundation

/// Completes the names of files and folders.
enum FileNames {
  /// The entries of the typed path's folder that begin with its last part; folders go on with a slash.
  ///
  /// A `~` becomes the folder that it stands for, since no command would read it. A restricted session is
  /// shown the folder that it is in, and no other.
  static func suggestions(for typed: String, isRestricted: Bool) -> Suggestions {
    if isRestricted, ScriptError.Restriction.isPath(typed) || typed.hasPrefix("~") {
      return Suggestions()
    }
    guard typed != "~" else { return folder("~/", in: NSHomeDirectory()) }
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let start = String(typed[cut...])
    var folder = String(typed[..<cut])
    if folder.hasPrefix("~/") { folder = NSHomeDirectory() + folder.dropFirst() }
    let path = folder.isEmpty ? "." : folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let seen = names.filter { start.hasPrefix(".") || !$0.hasPrefix(".") }.sorted()
    var fitting = seen.filter { $0.hasPrefix(start) }
    if fitting.isEmpty {
      fitting = seen.filter { $0.lowercased().hasPrefix(start.lowercased()) }
    }
    let list = fitting.prefix(CommandCompleter.most).map { entry($0, in: folder, path: path) }
    return Suggestions(Array(list), total: fitting.count)
  }

  private static func entry(_ name: String, in folder: String, path: String) -> Suggestion {
    var isFolder: ObjCBool = false
    _ = unsafe FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
    let end = isFolder.boolValue ? "/" : ""
    let value = folder + name + end
    return .path(name + end, value: value, closes: !isFolder.boolValue)
  }

  private static func folder(_ text: String, in home: String) -> Suggestions {
    Suggestions([.path(text, value: home + "/", closes: false)])
  }
}
