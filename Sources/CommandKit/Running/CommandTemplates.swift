internal import Synchronization

/// Commands as they were parsed from their first lines, for further lines of as many words.
///
/// The parser lists everything that a command declares by reflection, anew for every line. Where no options are
/// typed only the operands differ, so they are put into a copy.
package final class CommandTemplates: Sendable {
  private struct Form: Hashable {
    let type: ObjectIdentifier
    let words: Int
  }

  private let kept = Mutex<[Form: any TeamshCommand]>([:])

  package init() {}

  /// The command that words without options make; `nil` where no such line was parsed yet, or the parser has
  /// to look at the words.
  package func command<Command: TeamshCommand>(_ type: Command.Type, _ words: [String]) -> Command?
  {
    let form = Form(type: ObjectIdentifier(type), words: words.count)
    guard var command = kept.withLock({ $0[form] }) as? Command,
      Command.put(words, into: &command)
    else { return nil }
    return command
  }

  /// Keeps a command that was parsed from so many words without options.
  func keep<Command: TeamshCommand>(_ command: Command, words: Int) {
    let form = Form(type: ObjectIdentifier(Command.self), words: words)
    kept.withLock { $0[form] = command }
  }
}
