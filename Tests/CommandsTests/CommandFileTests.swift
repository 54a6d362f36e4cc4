import CommandKit
import Commands
import Foundation
import Testing

/// One command, one file, one line in a list: so that one can be taken out and nothing else changes.
struct CommandFileTests {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Commands")

  /// The sources by file name without its ending.
  private static func sources() throws -> [String: String] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var sources: [String: String] = [:]
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      sources[file.deletingPathExtension().lastPathComponent] =
        try String(contentsOf: file, encoding: .utf8)
    }
    return sources
  }

  @Test func `every file with a command is in a list, and every listed command has its file`()
    throws
  {
    let files = try Self.sources().filter { $0.value.contains(": TeamshCommand {") }.keys
    let listed = Catalog.teamsh.entries.map { "\($0.type)" }
    #expect(Set(files) == Set(listed))
    #expect(listed.count == Set(listed).count)
  }

  @Test(arguments: Catalog.names)
  func `nothing but its list names a command's type`(name: String) throws {
    let type = "\(try Catalog.entry(name).type)"
    let word = try Regex("\\b\(type)(\\.self|\\.[a-z]|\\()")
    let others = try Self.sources().filter { file, text in
      file != type && !file.hasSuffix("Commands") && text.contains(word)
    }
    #expect(others.keys.sorted() == [])
  }

  @Test(arguments: Catalog.names)
  func `without its line a command is gone from lookup and help`(name: String) throws {
    let type = try Catalog.entry(name).type
    let rest = Catalog(
      Catalog.teamsh.nouns.map { noun in
        Noun(noun.name, noun.abstract, noun.commands.filter { $0 != type })
      })
    #expect(rest.entries.count == Catalog.teamsh.entries.count - 1)
    #expect(!rest.entries.contains { $0.name == name })
    if case .command(let entry, _) = rest.lookup(name.split(separator: " ").map(String.init)) {
      #expect(entry.name != name)
    }
    let lines = HelpIndex(rest.nouns, entries: rest.entries).text.split(separator: "\n")
    #expect(!lines.contains { $0.hasPrefix("  \(name) ") })
  }
}
