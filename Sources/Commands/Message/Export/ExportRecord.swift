import CommandKit
import Documents

/// What is known of a conversation that was exported into a folder.
struct ExportRecord: Sendable, Hashable {
  let key: String
  let place: String
  /// The file's name in the folder.
  let file: String
  /// What was asked for.
  let wishes: String
  /// How the conversation stood then.
  let stamp: String
  let messages: Int
  let attachments: Int
  /// What of it could not be had.
  let missing: [String]

  /// The file's name without its ending.
  var stem: String { file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file }
}

extension ExportRecord {
  init?(_ document: JSON) {
    guard let key = document["key"]?.string, let file = document["file"]?.string,
      // A list that somebody changed leads nowhere else.
      !file.contains("/"), !file.isEmpty
    else { return nil }
    self.key = key
    self.file = file
    place = document["place"]?.string ?? ""
    wishes = document["export"]?.string ?? ""
    stamp = document["stamp"]?.string ?? ""
    messages = document["messages"]?.int ?? 0
    attachments = document["attachments"]?.int ?? 0
    missing = document["missing"]?.array?.compactMap(\.string) ?? []
  }

  var document: JSON {
    [
      "place": .string(place), "key": .string(key), "file": .string(file),
      "export": .string(wishes), "stamp": .string(stamp), "messages": .int(messages),
      "attachments": .int(attachments), "missing": .array(missing.map(JSON.string)),
    ]
  }
}
