import HTTPTypes
import Transport

/// How far a file has been read by ranges, and what an answer means for it.
struct DownloadProgress: Sendable {
  enum Step: Sendable, Hashable {
    case take(isLast: Bool)
    case end(DownloadEnd)
    /// The answer is a refusal.
    case fail
  }

  let largest: Int
  private(set) var count = 0
  /// What tells the state of the file that was begun with from any other.
  private var tag: String?

  init(largest: Int) {
    self.largest = largest
  }

  /// What to ask for next.
  func range(of size: Int) -> String { "bytes=\(count)-\(count + size - 1)" }

  mutating func read(_ answer: TransportResponse) -> Step {
    switch answer.head.status.code {
    case 206: return partial(answer)
    case 200 where count == 0: return whole(answer)
    // A server that knows no ranges would begin anew.
    case 200: return .end(.changed)
    case 416 where count == 0: return .end(.complete(bytes: 0, contentType: nil))
    case 404 where count > 0, 410 where count > 0, 412, 416: return .end(.changed)
    default: return .fail
    }
  }

  private mutating func whole(_ answer: TransportResponse) -> Step {
    guard answer.body.count <= largest else { return .end(.tooLarge(bytes: answer.body.count)) }
    count = answer.body.count
    return .take(isLast: true)
  }

  private mutating func partial(_ answer: TransportResponse) -> Step {
    let fields = answer.head.headerFields
    guard let range = fields[.contentRange].flatMap(ContentRange.init), range.start == count,
      range.end - range.start + 1 == answer.body.count
    else { return .fail }
    if count > 0, fields[.eTag] != tag { return .end(.changed) }
    if range.total > largest { return .end(.tooLarge(bytes: range.total)) }
    tag = fields[.eTag]
    count += answer.body.count
    return .take(isLast: count >= range.total)
  }
}

/// What `bytes 0-99/1234` says.
struct ContentRange: Sendable, Hashable {
  let start: Int
  let end: Int
  let total: Int

  init?(_ text: String) {
    guard text.hasPrefix("bytes ") else { return nil }
    let parts = text.dropFirst(6).split { $0 == "-" || $0 == "/" }.map { Int($0) }
    guard parts.count == 3, let start = parts[0], let end = parts[1], let total = parts[2],
      0 <= start, start <= end, end < total
    else { return nil }
    (self.start, self.end, self.total) = (start, end, total)
  }
}
