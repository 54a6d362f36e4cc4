import CommandKit
import LineEditing
import Scripting

/// The words that can begin a command, and those that can follow a noun.
struct CommandWords: Sendable {
  let workspace: Workspace

  /// What a word is in the place where a command's name stands.
  enum Standing: Sendable, Hashable {
    /// It names a command, with the words before it.
    case known
    /// A noun, which a verb follows.
    case noun
    /// `if` or `else`, behind which a command begins.
    case opensCommand
    /// It may become a name, since its end is being typed.
    case open
    case unknown
  }

  /// What a bare word is.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - before: The words of the command before it, empty or a noun.
  ///   - isTyped: Whether the word's end is being typed.
  /// - Returns: Its standing; `nil` for a word that is no name at all, such as an assignment.
  func standing(of word: String, after before: [String], isTyped: Bool) -> Standing? {
    guard let noun = before.first else { return firstStanding(of: word, isTyped: isTyped) }
    guard !word.hasPrefix("-"), word != "?" else { return nil }
    if case .command(_, words: 2) = workspace.catalog.lookup([noun, word]) { return .known }
    return isTyped && verbs(of: noun).contains { $0.hasPrefix(word) } ? .open : .unknown
  }

  private func firstStanding(of word: String, isTyped: Bool) -> Standing? {
    switch word {
    case "if", "else": return .opensCommand
    case "for", "end": return .known
    case "?": return nil
    default: break
    }
    if let equals = word.firstIndex(of: "="), Lexer.isName(String(word[..<equals])) { return nil }
    if workspace.alias(named: word) != nil || workspace.integrationNames.contains(word) {
      return .known
    }
    switch workspace.catalog.lookup([word]) {
    case .command: return .known
    case .noun, .unknownVerb: return .noun
    case .unknown: break
    }
    return isTyped && first.contains { $0.hasPrefix(word) } ? .open : .unknown
  }

  /// The words that a line can begin with.
  var first: [String] {
    workspace.catalog.firstWords + ["for", "if", "else", "end"]
      + workspace.catalog.integrationCommands.map(\.name)
  }

  /// The verbs of a noun.
  func verbs(of noun: String) -> [String] {
    workspace.catalog.nouns.first { $0.name == noun }?.commands.map { $0.verb } ?? []
  }
}

extension CommandWords.Standing {
  /// How it is shown; `nil` for what does not stand out.
  var highlight: Highlight.Kind? {
    switch self {
    case .known, .noun, .opensCommand: .command
    case .unknown: .unknownCommand
    case .open: nil
    }
  }
}
