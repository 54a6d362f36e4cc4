import Output

/// A conversation's messages on their way from Graph's order into that of a file.
///
/// What was read lies on the disk, beyond a small piece; in memory stays a number or two of each message
/// that begins a chain.
struct MessageSpool: ~Copyable {
  private var file: SpoolFile
  private var entries: [Entry] = []
  private(set) var messages = 0

  private struct Entry {
    let time: Int
    let start: Int
    let length: Int
  }

  /// - Parameter folder: Where the disk is used.
  init(in folder: String) {
    file = SpoolFile(in: folder)
  }

  mutating func add(_ chain: MessageChain, _ wishes: ExportWishes) throws {
    let lines = chain.lines(wishes)
    guard lines.count > 0 else { return }
    entries.append(Entry(time: chain.time, start: file.count, length: lines.bytes.count))
    messages += lines.count
    try file.append(lines.bytes)
  }

  /// Puts the chains into the order of their first messages, the oldest first.
  mutating func sort() {
    entries.sort { ($0.time, -$0.start) < ($1.time, -$1.start) }
  }

  var chains: Int { entries.count }

  /// The lines of one chain.
  mutating func chain(_ index: Int) throws -> ArraySlice<UInt8> {
    let entry = entries[index]
    return try file.bytes(in: entry.start..<entry.start + entry.length)
  }
}
