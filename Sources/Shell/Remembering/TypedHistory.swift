package import CommandKit
import Foundation
package import LineEditing

/// The prompt's history, as the commands of `history` see it.
package struct TypedHistory: HistoryRecord {
  private let history: History

  package init(_ history: History) {
    self.history = history
  }

  package func entries(_ query: HistoryQuery) -> [CommandKit.HistoryEntry] {
    let isFiltered = query.pattern != nil || query.since != nil || query.isFailed
    let all =
      query.isHere ? history.ownEntries : history.entries(limit: isFiltered ? .max : query.limit)
    let pattern = query.pattern.map(SmartCase.init)
    let since = query.since?.timeIntervalSince1970
    let fitting = all.filter { entry in
      (pattern?.matches(entry.text) ?? true) && (since.map { entry.time >= $0 } ?? true)
        && (!query.isFailed || entry.status != 0)
    }
    return fitting.suffix(query.limit).map { entry in
      CommandKit.HistoryEntry(
        time: Date(timeIntervalSince1970: entry.time), tenant: entry.tenant,
        place: entry.context, status: Int32(clamping: entry.status), duration: entry.duration,
        text: entry.text)
    }
  }

  package func delete(_ pattern: String) throws {
    let pattern = SmartCase(pattern)
    try changing { (history) throws(LineEditingError) in
      try history.remove(where: pattern.matches)
    }
  }

  package func clear() throws {
    try changing { (history) throws(LineEditingError) in try history.clear() }
  }

  package func endPrivacy() {
    history.endPrivacy()
  }

  private func changing(
    _ change: (History) throws(LineEditingError) -> Void
  ) throws(CommandError) {
    do {
      try change(history)
    } catch {
      throw CommandError(.unwritable(path: error.path, reason: error.reason))
    }
  }
}
