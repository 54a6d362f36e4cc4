import Documents
import Graph

/// A message and its replies on their way into a file: a line each, the oldest first, as Graph sent them.
struct MessageChain: Sendable {
  /// When the first message was written.
  let time: Int
  /// When something last happened here, as far as a list goes by it.
  private(set) var activity: Int
  /// The newest change of any of its messages.
  private(set) var lastChange: Int
  /// What leads to the replies that did not come along.
  let link: String?
  private let first: JSONSlice
  private var replies: [(time: Int, message: JSONSlice)] = []

  /// Takes in an item of a list, with the replies that came inside of it.
  init(_ item: JSONSlice) {
    first = item
    time = item.milliseconds("createdDateTime") ?? 0
    let change = item.milliseconds("lastModifiedDateTime") ?? time
    activity = max(time, change)
    lastChange = activity
    link = item["replies@odata.nextLink"]?.string
    add(item["replies"]?.elements ?? [])
  }

  /// Takes in further replies.
  mutating func add(_ messages: [JSONSlice]) {
    for message in messages {
      let written = message.milliseconds("createdDateTime") ?? 0
      replies.append((written, message))
      activity = max(activity, written)
      lastChange = max(lastChange, message.milliseconds("lastModifiedDateTime") ?? written)
    }
  }

  /// What is written of it: a reply that is wanted keeps the message that it answers.
  ///
  /// - Parameter wishes: Which messages are wanted.
  /// - Returns: The lines, and how many; none where nothing is wanted.
  func lines(_ wishes: ExportWishes) -> (bytes: [UInt8], count: Int) {
    let wanted = wishes.hasReplies ? replies.filter { wishes.covers($0.time) } : []
    guard !wanted.isEmpty || wishes.covers(time) else { return ([], 0) }
    var bytes: [UInt8] = []
    first.append(to: &bytes, withoutFieldsNamed: "replies")
    bytes.append(UInt8(ascii: "\n"))
    for reply in wanted.sorted(by: { $0.time < $1.time }) {
      reply.message.append(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return (bytes, 1 + wanted.count)
  }

  /// What another run compares: it differs once anything happened at the top of the list.
  var stamp: String { "\(first["id"]?.string ?? "")/\(lastChange)/\(replies.count)" }
}
