import Foundation

/// Completes the names of files and folders.
enum FileNames {
  /// The entries of the typed path's folder that begin with its last part; folders go on with a slash.
  static func suggestions(for typed: String) -> Suggestions {
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = String(typed[..<cut])
    let start = String(typed[cut...])
    let path = folder.isEmpty ? "." : NSString(string: folder).expandingTildeInPath
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let list = names.filter { $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix(".")) }
      .sorted()
      .map { name in
        let isFolder = URL(fileURLWithPath: "\(path)/\(name)").hasDirectoryPath
        return Suggestion(
          isFolder ? "\(name)/" : name, value: folder + (isFolder ? "\(name)/" : name),
          closes: !isFolder)
      }
    return Suggestions(Array(list.prefix(CommandCompleter.most)), total: list.count)
  }
}
