package import Testing

import CommandKit
import Synchronization

/// Answers questions from a list; one that nobody expected fails the test, and so does an answer that
/// nobody asked for.
package final class ScriptedQuestioner: Questioner {
  private let state: Mutex<(answers: [String?], asked: [String])>
  private let sourceLocation: SourceLocation

  /// Takes what is typed, in order; `nil` where the person breaks off.
  package init(_ answers: [String?] = [], sourceLocation: SourceLocation = #_sourceLocation) {
    state = Mutex((answers, []))
    self.sourceLocation = sourceLocation
  }

  deinit {
    for answer in state.withLock({ $0.answers }) {
      Issue.record("Nobody asked for \(answer ?? "nothing").", sourceLocation: sourceLocation)
    }
  }

  /// The questions so far.
  package var asked: [String] { state.withLock { $0.asked } }

  package func ask(_ question: String) async -> String? {
    let answer = state.withLock { state -> String?? in
      state.asked.append(question)
      return state.answers.isEmpty ? nil : state.answers.removeFirst()
    }
    guard let answer else {
      Issue.record("Nothing answers \(question)", sourceLocation: sourceLocation)
      return nil
    }
    return answer
  }
}
