package import CommandKit
import Foundation
import Records

/// Tells above the prompt what the bot's endpoint has taken in: answers, incidents, notes, troubles.
///
/// The endpoint is another process; what it posts is looked for in the file that both share, at the price
/// of a look into shared memory.
package struct BotNews: Sendable {
  private let workspace: Workspace

  /// How long between two looks.
  private static let pause = Duration.milliseconds(300)
  /// How many notices one look shows.
  static let mostAtOnce = 5
  /// How much of a text is shown; the rest is in the incident or in the answer.
  static let longest = 300

  package init(workspace: Workspace) {
    self.workspace = workspace
  }

  /// Follows until the task is cancelled; only what is posted from now on is told.
  package func follow() async {
    let wasThere = FileManager.default.fileExists(
      atPath: workspace.configuration.files.incidentsFile)
    var store: IncidentStore?
    var last: Int64?
    var seen: Revision?
    while !Task.isCancelled {
      if store == nil { store = opened() }
      if let store {
        if last == nil { last = wasThere ? try? store.newestNotice() : 0 }
        if let number = last, let revision = try? store.revision(), revision != seen {
          seen = revision
          let notices = (try? store.notices(after: number)) ?? []
          for line in Self.lines(notices) { workspace.notice(line) }
          last = notices.last?.number ?? number
        }
      }
      try? await workspace.pause(Self.pause)
    }
  }

  /// The store, once somebody has made one.
  private func opened() -> IncidentStore? {
    guard FileManager.default.fileExists(atPath: workspace.configuration.files.incidentsFile) else {
      return nil
    }
    return try? workspace.incidents()
  }

  /// What is said of all that came since the last look: a flood is counted, and does not bury the prompt.
  static func lines(_ notices: [Notice]) -> [String] {
    let rest = notices.count - mostAtOnce
    let lines = notices.prefix(mostAtOnce).map(text)
    return rest > 0 ? lines + ["… and \(rest) more from the bot."] : lines
  }

  /// The words of a notice.
  static func text(_ notice: Notice) -> String {
    let person = notice.person ?? "Somebody"
    let text = shortened(notice.text)
    return switch notice.kind {
    case .answer: "\(person) answered \"\(text)\" to: \(shortened(notice.subject))"
    case .opened: "\(person) opened incident \(notice.subject): \(text)"
    case .note: "\(person) on incident \(notice.subject): \(text)"
    case .message: "\(person) wrote to the bot: \(text)"
    case .membership: text
    case .hook: text
    case .failure: "What came to the bot could not be handled: \(text)"
    }
  }

  private static func shortened(_ text: String) -> String {
    text.count > longest ? text.prefix(longest) + "…" : text
  }
}
