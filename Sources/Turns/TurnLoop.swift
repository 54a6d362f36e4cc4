package import CommandKit
import Bot
import Foundation
package import Logging
import Output
package import Records

/// Handles what comes into the inbox: in the order of arrival within a conversation, several conversations
/// at once.
package struct TurnLoop: Sendable {
  private let workspace: Workspace
  private let inbox: Inbox
  private let store: IncidentStore
  private let logger: Logger

  /// The most conversations at once.
  private static let width = 8
  /// How often an activity is begun before it is given up: each time a process ended in the middle of it.
  private static let mostClaims = 3
  /// How long between two looks at an inbox that did not change.
  private static let pause = Duration.milliseconds(200)
  /// How long one activity may take.
  private static let longest = Duration.seconds(60)

  package init(workspace: Workspace, inbox: Inbox, store: IncidentStore, logger: Logger) {
    self.workspace = workspace
    self.inbox = inbox
    self.store = store
    self.logger = logger
  }

  /// Handles what comes until the task is cancelled.
  package func run() async {
    var seen: Revision?
    while !Task.isCancelled {
      do {
        let revision = try inbox.revision()
        if revision != seen {
          seen = revision
          if try await handleAll() > 0 { continue }
        }
      } catch {
        logger.error("inbox failed", metadata: ["reason": "\(error)"])
      }
      try? await workspace.pause(Self.pause)
    }
  }

  /// Keeps where the bot works, as what waits tells it: where nothing else names the connector, the bot
  /// cannot be signed in before.
  package func learnSites() throws(RecordsError) {
    for activity in try inbox.unhandled() {
      Turn.learnSite(from: Activity(document: activity.document), in: workspace)
    }
  }

  /// Handles everything that nobody has handled.
  ///
  /// - Returns: How much there was.
  package func handleAll() async throws(RecordsError) -> Int {
    let waiting = try inbox.unhandled()
    let conversations = Dictionary(grouping: waiting) { $0.conversation }.values
    await withTaskGroup(of: Void.self) { group in
      for (index, activities) in conversations.enumerated() {
        if index >= Self.width { await group.next() }
        group.addTask { for activity in activities { await handle(activity) } }
      }
    }
    return waiting.count
  }

  /// Handles one activity, unless another process does.
  private func handle(_ activity: ReceivedActivity) async {
    do {
      guard !Task.isCancelled, let mine = try inbox.claim([activity.number]).first else { return }
      if mine.claims > Self.mostClaims {
        tell(mine, "It was begun \(mine.claims - 1) times and never finished.")
      } else if let failure = await attempt(mine) {
        guard !Task.isCancelled else { return try inbox.release([mine.number]) }
        tell(mine, failure)
      }
      try inbox.finish([mine.number], at: workspace.now())
    } catch {
      logger.error("inbox failed", metadata: ["reason": "\(error)"])
    }
  }

  /// Runs a turn within its time.
  ///
  /// - Returns: Why it failed, in words; `nil` for well.
  private func attempt(_ activity: ReceivedActivity) async -> String? {
    await withTaskGroup(of: String?.self) { group in
      group.addTask {
        do {
          try await turn(activity).run()
          return nil
        } catch {
          return Failure(error).text
        }
      }
      group.addTask {
        try? await workspace.pause(Self.longest)
        return "It took longer than \(Self.longest.components.seconds) seconds."
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }

  private func turn(_ activity: ReceivedActivity) async throws -> Turn {
    let call = Call(
      command: "bot", effect: .changes, permissions: .none,
      io: CommandIO(output: BufferSink(), isInteractive: false), identity: .app)
    let session = Session(workspace: workspace, call: call)
    Turn.learnSite(from: Activity(document: activity.document), in: workspace)
    return Turn(activity, bot: try await session.asBot(), session: session, store: store)
  }

  private func tell(_ activity: ReceivedActivity, _ reason: String) {
    logger.error("activity not handled", metadata: ["number": "\(activity.number)"])
    try? store.post(
      .failure, "\(activity.number)", reason, source: "\(activity.key) failure",
      at: workspace.now())
  }
}

extension ReceivedActivity {
  /// What it is handled in order with.
  fileprivate var conversation: String { Activity(document: document).conversationID ?? "" }
}
