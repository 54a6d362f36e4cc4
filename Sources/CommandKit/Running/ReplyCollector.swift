import Documents
import Synchronization

/// Keeps a reply for another command, which reads the objects in it.
final class ReplyCollector: ReplyReader {
  private let state = Mutex(CapturedReply())
  private let limit: Int?

  init(limit: Int?) {
    self.limit = limit
  }

  /// Nothing is seen by anybody before the end.
  var hasShown: Bool { false }

  /// What was kept.
  var reply: CapturedReply { state.withLock { $0 } }

  func show<Row: Listed>(_ reply: Reply<Row>, columns: [Column<Row>]) async throws {
    state.withLock { $0 = CapturedReply() }
    switch reply {
    case .silent, .bytes: break
    case .text(let text): state.withLock { $0.sentence = text }
    case .one(let row): keep([row])
    case .done(let sentence, let row):
      state.withLock { $0.sentence = sentence }
      if let row { keep([row]) }
    case .rows(let pages, let limit):
      var left = self.limit ?? limit ?? .max
      for try await page in pages {
        let wanted = page.rows.prefix(left)
        left -= wanted.count
        keep(wanted)
        let link = page.nextLink(after: wanted.count)
        state.withLock { $0.nextLink = link }
        if left == 0 { break }
      }
    }
  }

  private func keep(_ rows: some Sequence<some Listed>) {
    let kept = rows.map { ($0.document, $0.reference) }
    state.withLock { state in
      state.documents += kept.map(\.0)
      state.references += kept.map(\.1)
    }
  }
}
