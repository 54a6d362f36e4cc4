import Foundation

/// The lines of one file of `Lines`.
///
///     :bot-id: f31b1263-ba99-435a-a679-911d24850d7c
///     -chat create @adele @alex --topic 'Project Z'
///     microsoft-teams-chat-list next_link={graph}/v1.0/me/chats?$top=1
///
/// With a line `+bot` the profile names the tenant's bot. A line that begins with `:` stands in the profile,
/// one with `-` prepares and is not recorded; `{last}` is what the last such line printed, `{graph}` the
/// tenant's address.
struct GoldenLines: Sendable, CustomStringConvertible {
  /// The name of the file.
  let description: String
  private let text: [String]

  /// The command that they are about.
  var command: String { String(description.prefix { $0 != "." }) }

  /// What the profile says.
  var profile: [String] { text.filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) } }

  /// Whether the tenant's bot is at hand.
  var hasBot: Bool { text.contains("+bot") }

  func lines(graph: String) -> [(line: String, isRecorded: Bool)] {
    text.filter { !$0.hasPrefix(":") && $0 != "+bot" }.map { line in
      let isRecorded = !line.hasPrefix("-")
      let typed = isRecorded ? line : String(line.dropFirst())
      return (typed.replacing("{graph}", with: graph), isRecorded)
    }
  }

  static func all() throws -> [GoldenLines] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Lines")
    return try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return GoldenLines(
        description: file.deletingPathExtension().lastPathComponent,
        text: text.split(separator: "\n").map(String.init))
    }
  }
}
