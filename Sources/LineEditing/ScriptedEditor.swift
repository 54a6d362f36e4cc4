import Synchronization

/// Plays lines that a test has written down, and remembers what it was asked.
package final class ScriptedEditor: LineEditor {
  private struct State {
    var events: ArraySlice<LineEvent>
    var prompts: [String] = []
    var notices: [String] = []
    var offered: [String] = []
  }

  private let state: Mutex<State>

  /// Makes an editor that answers with these events, and with the end of the input after them.
  package init(_ events: [LineEvent]) {
    state = Mutex(State(events: events[...]))
  }

  /// Makes an editor that answers with these lines.
  package convenience init(lines: [String]) {
    self.init(lines.map { .line($0) })
  }

  /// The prompts shown so far.
  package var prompts: [String] { state.withLock { $0.prompts } }

  /// The notices posted so far.
  package var notices: [String] { state.withLock { $0.notices } }

  /// The texts put into lines so far.
  package var offered: [String] { state.withLock { $0.offered } }

  package func read(_ prompt: String) async -> LineEvent {
    state.withLock {
      $0.prompts.append(prompt)
      return $0.events.popFirst() ?? .eof
    }
  }

  package func offer(_ text: String, isPrivate: Bool) {
    state.withLock { $0.offered.append(text) }
  }

  package func post(_ notice: String) {
    state.withLock { $0.notices.append(notice) }
  }
}
