import CommandKit
import Documents
import Foundation
import Graph
import Identity
import Output

/// Saves what hangs on the messages of one conversation in a folder beside its file.
///
/// A file that is there already was saved whole, and is kept. What became of each is listed in the folder.
struct AttachmentSaver {
  private let graph: GraphClient
  private let wishes: ExportWishes
  /// The folder, and what it is called beside the document.
  private let folder: String
  private let name: String
  private let known: Set<String>
  private var index: FileSink?
  private(set) var saved = 0
  /// What is missing, or is not as it should be, in a line each.
  private(set) var troubles: [(words: String, isMissing: Bool)] = []

  /// Pictures are small; what is larger is none.
  private static let largestPicture = 64 << 20

  init(folder: String, graph: GraphClient, wishes: ExportWishes) {
    self.folder = folder
    self.graph = graph
    self.wishes = wishes
    name = folder.split(separator: "/").last.map(String.init) ?? folder
    known = Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
  }

  /// Saves what hangs on a message.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - place: The conversation that it is in.
  /// - Returns: Where everything is, as seen from the document.
  /// - Throws: What ends the export: a disk that is full, a permission that is missing altogether.
  mutating func save(_ message: ChatMessage, in place: Place) async throws -> SavedParts {
    var parts = SavedParts()
    guard wishes.savesAttachments, !message.isDeleted else { return parts }
    let html = message.bodyType == "html" ? message.body ?? "" : ""
    if html.contains("hostedContents") {
      for address in MessageParts.pictures(in: html) {
        guard let id = Self.hostedContent(address), let location = message.location(in: place)
        else { continue }
        let number = parts.pictures.count + 1
        parts.pictures[address] = try await picture(
          number, of: message, at: "\(location.path)/hostedContents/\(id)/$value")
      }
    }
    var names: Set<String> = []
    for attachment in message.attachments where attachment.contentType == "reference" {
      var file = ExportFileName.safe("\(message.id) \(attachment.name ?? "attachment")")
      if !names.insert(ExportFileName.key(file)).inserted {
        file = ExportFileName.safe("\(message.id) \(names.count + 1) \(attachment.name ?? "")")
        names.insert(ExportFileName.key(file))
      }
      parts.files[attachment.id] = try await self.file(file, attachment, of: message)
    }
    return parts
  }

  /// Puts the list of what was saved in place.
  mutating func finish() throws {
    try index?.commit()
    index = nil
  }
}

/// Where the parts of one message were saved.
struct SavedParts: Sendable {
  /// By the address that the message's HTML shows.
  var pictures: [String: SavedAttachment] = [:]
  /// By the attachment's id.
  var files: [String: SavedAttachment] = [:]
}

extension AttachmentSaver {
  /// The id of a picture that travelled inside a message; the address itself is never asked.
  static func hostedContent(_ address: String) -> String? {
    guard let start = address.firstRange(of: "/hostedContents/")?.upperBound,
      let end = address[start...].firstRange(of: "/$value")?.lowerBound, start < end
    else { return nil }
    return String(address[start..<end]).removingPercentEncoding
  }

  private mutating func picture(
    _ number: Int, of message: ChatMessage, at path: GraphPath
  ) async throws -> SavedAttachment {
    let stem = ExportFileName.safe("\(message.id) image \(number)")
    let title = "image \(number)"
    for ending in PictureType.endings where known.contains("\(stem).\(ending)") {
      return try note(title, of: message, .file("\(stem).\(ending)"))
    }
    var bytes: [UInt8] = []
    let end: DownloadEnd
    do {
      end = try await graph.download(path, largest: Self.largestPicture) { bytes += $0 }
    } catch {
      guard let trouble = AttachmentTrouble(error, isOpen: true) else { throw error }
      return try note(title, of: message, .trouble(trouble))
    }
    guard case .complete(_, let type) = end else {
      return try note(title, of: message, Self.result(end, nil, limit: Self.largestPicture))
    }
    let file = "\(stem).\(PictureType.ending(of: type))"
    let sink = try sink(file)
    try sink.write(bytes: bytes)
    try sink.commit()
    return try note(title, of: message, Self.result(end, file, limit: Self.largestPicture))
  }

  private mutating func file(
    _ file: String, _ attachment: ChatMessage.Attachment, of message: ChatMessage
  ) async throws -> SavedAttachment {
    let title = attachment.name ?? "attachment"
    if known.contains(file) { return try note(title, of: message, .file(file)) }
    guard let address = attachment.contentURL, !address.isEmpty else {
      return try note(title, of: message, .trouble(.noAddress))
    }
    let limit = wishes.largestAttachment ?? .max
    let path: GraphPath = "/shares/\(Self.shareID(address))/driveItem/content"
    do {
      var end = DownloadEnd.changed
      // What was changed meanwhile is read once more from its beginning.
      for _ in 0..<2 where end == .changed {
        let sink = try sink(file)
        end = try await graph.download(path, largest: limit) { try sink.write(bytes: $0) }
        if case .complete = end { try sink.commit() } else { sink.discard() }
      }
      return try note(title, of: message, Self.result(end, file, limit: limit))
    } catch {
      guard let trouble = AttachmentTrouble(error, isOpen: wishes.mayReadFiles) else { throw error }
      return try note(title, of: message, .trouble(trouble))
    }
  }

  /// By what Graph finds an item of which only the address in a browser is known.
  static func shareID(_ address: String) -> String {
    "u!\(Base64URL.text(address.utf8))"
  }

  private static func result(_ end: DownloadEnd, _ file: String?, limit: Int) -> SavedAttachment {
    switch end {
    case .complete(let bytes, _):
      bytes == 0 ? .trouble(.empty(file: file ?? "")) : .file(file ?? "")
    case .changed: .trouble(.changed)
    case .tooLarge(let bytes): .trouble(.tooLarge(bytes: bytes, limit: limit))
    }
  }

  private mutating func sink(_ file: String) throws -> FileSink {
    try ExportTarget.makeFolder(folder)
    return try FileSink(path: "\(folder)/\(file)")
  }

  /// Counts what was saved, lists it, and gives its place as seen from the document.
  private mutating func note(
    _ title: String, of message: ChatMessage, _ result: SavedAttachment
  ) throws -> SavedAttachment {
    var line: JSONObject = JSONObject([("message", .string(message.id)), ("name", .string(title))])
    var placed = result
    switch result {
    case .file(let file):
      saved += 1
      line["file"] = .string(file)
      placed = .file("\(name)/\(file)")
    case .trouble(let trouble):
      if case .empty(let file) = trouble {
        saved += 1
        line["file"] = .string(file)
        placed = .trouble(.empty(file: "\(name)/\(file)"))
      }
      line["trouble"] = .string(trouble.words)
      troubles.append(
        ("\(title) of message \(message.id) \(trouble.words)", trouble.isMissing))
    }
    if index == nil { index = try sink("index.ndjson") }
    try index?.write(JSON.object(line).text() + "\n")
    return placed
  }
}

/// What files of pictures are called.
enum PictureType {
  private static let types = [
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp",
    "image/bmp": "bmp",
  ]

  static let endings = types.values.sorted() + ["bin"]

  /// The ending for a type that the server named; a drawing that could hold a script gets none of its own.
  static func ending(of type: String?) -> String {
    let plain = type?.prefix { $0 != ";" && $0 != " " }.lowercased() ?? ""
    return types[plain] ?? "bin"
  }
}

extension ChatMessage {
  /// Where a message of a place is found.
  func location(in place: Place) -> MessageLocation? {
    switch place {
    case .channel(let team, let channel):
      let parent = replyToID.flatMap { $0.isEmpty ? nil : $0 }
      return .channel(
        team: team.id, channel: channel.id, message: parent ?? id,
        reply: parent == nil ? nil : id)
    case .chat(let chat): return .chat(chat.id, message: id)
    case .nowhere, .team, .person, .incident: return nil
    }
  }
}
