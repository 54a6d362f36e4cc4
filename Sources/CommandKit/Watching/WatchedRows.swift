package import Documents
package import Output
import Synchronization

/// The rows of one look at something, compared with those of the look before.
package final class WatchedRows: RowObserver {
  private struct State {
    var rows: [Row] = []
    var titles: [String] = []
    var isSingle = false
  }

  private let before: WatchedRows?
  private let marks: Bool
  private let state = Mutex(State())

  /// - Parameters:
  ///   - before: The look before; `nil` for the first, which nothing is compared with.
  ///   - marks: Whether what is new in a row is marked.
  package init(after before: WatchedRows?, marks: Bool) {
    // Not the look itself, which would hold the one before it, and so on.
    self.before = before.map { WatchedRows(copying: $0) }
    self.marks = marks
  }

  private init(copying other: WatchedRows) {
    before = nil
    marks = false
    let copy = other.state.withLock { $0 }
    state.withLock { $0 = copy }
  }

  package func see(_ rows: [Row], titles: [String], isSingle: Bool) -> [Row] {
    state.withLock { state in
      state.rows += rows
      state.titles = titles
      state.isSingle = isSingle
    }
    guard marks, let before else { return rows }
    let earlier = before.state.withLock { $0.rows }
    return RowChanges(from: earlier, to: rows, titles: titles).marking(rows)
  }

  /// What a condition looks at: one array of all objects, or the one that was asked for.
  package var document: JSON {
    let seen = state.withLock { $0 }
    if seen.isSingle, let only = seen.rows.first { return only.document }
    return .array(seen.rows.map(\.document))
  }

  /// What is other than at the look before; `nil` for the first look.
  package var changes: RowChanges? {
    guard let before else { return nil }
    let seen = state.withLock { $0 }
    return RowChanges(from: before.state.withLock { $0.rows }, to: seen.rows, titles: seen.titles)
  }
}
