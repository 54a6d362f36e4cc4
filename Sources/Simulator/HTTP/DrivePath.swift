/// The paths of drives, in which an item may be named by the names that lead to it.
///
/// `/me/drive/root:/a/b.txt:/content` becomes `/me/drive/items/{root:/a/b.txt}/content`: the item is
/// one part, whatever stands in its names.
enum DrivePath {
  /// One part of a path, decoded.
  struct Part: Sendable, Equatable {
    var text: String
    /// Whether this is the address of an item, in which nothing has a meaning but `:` and `/`.
    var isItem = false
  }

  static func parts(_ raw: Substring) -> [Part] {
    let pieces = raw.split(separator: "/", omittingEmptySubsequences: true)
    let texts = pieces.map { RequestPath.decoded($0) }
    guard let start = start(texts), start < texts.count else { return texts.map { Part(text: $0) } }
    var parts = texts[..<start].map { Part(text: $0) }
    var rest = texts[start...]
    switch rest.first?.lowercased() {
    case "items": rest = rest.dropFirst()
    case let first? where first == "root" || first.hasPrefix("root:"): break
    default: return texts.map { Part(text: $0) }
    }
    parts.append(Part(text: "items"))
    guard var item = rest.popFirst() else { return parts }
    if item.hasSuffix(":"), !item.contains(":/") {
      while let name = rest.popFirst() {
        item += "/" + name
        if name.hasSuffix(":") { break }
      }
    }
    if item.lowercased().hasPrefix("root") { item = "root" + item.dropFirst(4) }
    parts.append(Part(text: item, isItem: true))
    return parts + rest.map { Part(text: $0) }
  }

  /// Where the part of a path begins that lies in a drive.
  private static func start(_ texts: [String]) -> Int? {
    let names = texts.prefix(3).map { $0.lowercased() }
    if names.first == "drives" { return 2 }
    if names.first?.hasPrefix("drives('") == true { return 1 }
    return names.dropFirst().firstIndex(of: "drive").map { $0 + 1 }
  }
}
