import CommandKit
import Foundation
import Records

/// Waits for the answer to a question, which the bot's endpoint puts into the store.
struct AnswerWait {
  /// As long as somebody stands by who has just asked.
  static let usual = TimeSpan(seconds: 300)
  /// How long between two looks at a store that did not change.
  private static let pause = Duration.milliseconds(150)

  private let session: Session
  private let store: IncidentStore
  private let limit: TimeSpan

  init(_ session: Session, limit: TimeSpan) throws(RecordsError) {
    self.session = session
    self.limit = limit
    store = try session.workspace.incidents()
  }

  /// Says what keeps answers away, and at a prompt what is waited for.
  func begin(with question: Question) {
    guard EndpointLock.isTaken(in: session.workspace.configuration.files.data) else {
      session.tell(
        "No endpoint runs here, and answers only arrive while one does. Type: bot listen")
      return
    }
    guard session.call.io.isInteractive else { return }
    session.tell(
      "Waiting for an answer from \(question.recipient). Ctrl-C leaves the question open.")
  }

  /// The question with its answer.
  ///
  /// - Throws: ``CommandError`` where the time is over; the question stays open.
  func answer(to id: String) async throws -> Question {
    let workspace = session.workspace
    let end = workspace.now().addingTimeInterval(TimeInterval(limit.seconds))
    var seen: Revision?
    while true {
      let revision = try store.revision()
      if revision != seen {
        seen = revision
        if let question = try store.question(id), question.answer != nil { return question }
      }
      guard workspace.now() < end else {
        throw CommandError(.unanswered(question: id, after: limit))
      }
      try await workspace.pause(Self.pause)
    }
  }
}
