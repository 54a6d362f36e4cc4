import ArgumentParser

/// What conversations are written as.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case ndjson, html, markdown

  /// What a file's name ends with.
  var fileExtension: String {
    switch self {
    case .ndjson: "ndjson"
    case .html: "html"
    case .markdown: "md"
    }
  }

  /// The format that the name of a file tells; `nil` for the name of a folder.
  init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard !path.hasSuffix("/"), let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return nil
    }
    switch name[name.index(after: dot)...].lowercased() {
    case "ndjson", "jsonl": self = .ndjson
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    default: return nil
    }
  }
}
