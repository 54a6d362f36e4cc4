import CommandKit
import Documents
import Foundation
import Graph
import Output

/// Exports one channel or chat into one file.
///
/// The file appears under its name when it is whole; until then what was read lies beside it without a
/// name that anybody would take for it.
struct ConversationExport: Sendable {
  let place: Place
  let path: GraphPath
  /// The file, and the folder for what hangs on the messages.
  let file: String
  let folder: String
  let wishes: ExportWishes
  let graph: GraphClient
  let progress: ProgressLine?

  /// What was written.
  struct Result: Sendable {
    let stamp: String
    let messages: Int
    let attachments: Int
    /// What of it could not be had, or is odd.
    let missing: [String]
    let remarks: [String]
  }

  /// How the conversation stands, by what changed in it last.
  func currentStamp() async throws -> String {
    let request = wishes.latest(at: path, in: place.kind)
    var pages = graph.pages(request, limit: 1).makeAsyncIterator()
    return try await pages.nextSlices()?.first.map { MessageChain($0).stamp } ?? "empty"
  }

  func run() async throws -> Result {
    let target = ExportTarget.file(file)
    try ExportTarget.makeFolder(target.folder)
    // What is told of a chat's last change is not in the order in which its messages are read.
    var stamp = place.kind == .chat ? try await currentStamp() : "empty"
    var spool = MessageSpool(in: target.folder)
    try await read(into: &spool) { if place.kind == .channel { stamp = $0 } }
    spool.sort()
    var saver = AttachmentSaver(folder: folder, graph: graph, wishes: wishes)
    var output = try ExportFile(path: file)
    try await write(&spool, to: &output, &saver)
    try saver.finish()
    try Task.checkCancellation()
    try output.commit()
    return Result(
      stamp: stamp, messages: spool.messages, attachments: saver.saved,
      missing: saver.troubles.filter(\.isMissing).map(\.words),
      remarks: saver.troubles.filter { !$0.isMissing }.map(\.words))
  }

  /// Reads page by page, and puts aside what is wanted.
  private func read(
    into spool: inout MessageSpool, first: (_ stamp: String) -> Void
  ) async throws {
    let request = wishes.messages(at: path, in: place.kind)
    var pages = graph.pages(request).makeAsyncIterator()
    var isFirst = true
    while let items = try await pages.nextSlices() {
      var hasReachedStart = false
      let before = spool.messages
      for item in items {
        var chain = MessageChain(item)
        if isFirst { first(chain.stamp) }
        isFirst = false
        if let link = chain.link, wishes.hasReplies {
          chain.add(try await replies(behind: link, request))
        }
        try spool.add(chain, wishes)
        hasReachedStart = isBeforeStart(chain)
      }
      progress?.advance(by: 0, parts: spool.messages - before)
      if hasReachedStart { return }
    }
  }

  /// Whether all that a list has behind a chain is older than what is wanted.
  private func isBeforeStart(_ chain: MessageChain) -> Bool {
    if place.kind == .chat { return wishes.beginsAfter(chain.time) }
    return wishes.hasReplies && wishes.beginsAfter(chain.activity)
  }

  private func replies(
    behind link: String, _ request: GraphRequest<JSON>
  ) async throws -> [JSONSlice] {
    var pages = try graph.pages(following: link, of: request).makeAsyncIterator()
    var replies: [JSONSlice] = []
    while let items = try await pages.nextSlices() { replies += items }
    return replies
  }

  private func write(
    _ spool: inout MessageSpool, to output: inout ExportFile, _ saver: inout AttachmentSaver
  ) async throws {
    var writer = wishes.format.writer
    if let writer { try output.append(writer.opening(place, messages: spool.messages)) }
    for index in 0..<spool.chains {
      try Task.checkCancellation()
      let lines = try spool.chain(index)
      if writer == nil { try output.append(lines) }
      guard writer != nil || wishes.savesAttachments else { continue }
      var isReply = false
      for line in lines.split(separator: UInt8(ascii: "\n")) {
        guard let document = try? JSON(parsing: Array(line)) else { continue }
        let message = ChatMessage(document: document)
        let saved = try await saver.save(message, in: place)
        if let text = writer?.message(message, isReply: isReply, saved) { try output.append(text) }
        isReply = place.kind == .channel
      }
    }
    if let text = writer?.closing() { try output.append(text) }
  }
}

/// A file that is written in pieces of some size.
struct ExportFile {
  private let sink: FileSink
  private var bytes: [UInt8] = []

  private static let pieceSize = 128 * 1024

  init(path: String) throws {
    sink = try FileSink(path: path)
  }

  mutating func append(_ text: String) throws {
    bytes.append(contentsOf: text.utf8)
    try flush(beyond: Self.pieceSize)
  }

  mutating func append(_ more: ArraySlice<UInt8>) throws {
    bytes.append(contentsOf: more)
    try flush(beyond: Self.pieceSize)
  }

  /// Puts the file in place.
  mutating func commit() throws {
    try flush(beyond: 0)
    try sink.commit()
  }

  private mutating func flush(beyond count: Int) throws {
    guard bytes.count > count else { return }
    try sink.write(bytes: bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
