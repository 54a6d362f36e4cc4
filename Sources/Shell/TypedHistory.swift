package import CommandKit
import Foundation
package import LineEditing

/// The prompt's history, as the `history` command reads it.
package struct TypedHistory: HistoryRecord {
  private let history: History

  package init(_ history: History) {
    self.history = history
  }

  package func entries(limit: Int) -> [CommandKit.HistoryEntry] {
    history.entries(limit: limit).map { entry in
      CommandKit.HistoryEntry(
        time: Date(timeIntervalSince1970: entry.time), place: entry.context,
        status: Int32(clamping: entry.status), text: entry.text)
    }
  }
}
