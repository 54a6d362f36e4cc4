/// What a key does that libedit leaves to us.
enum EditingCommand: Hashable, Sendable, CaseIterable {
  case enter, newline, deleteOrEnd, commentOut, help
  case complete, completeBack, cancel
  case up, down, left, right, wordLeft, wordRight, lineStart, lineEnd
  case deleteBack, delete
  case killToEnd, killToStart, killBlankWordBack, killWordBack, killWordForward
  case yank, yankOlder, undo, transposeWords, insertLiterally
  case lastArgument, searchOlder, searchNewer, searchAgainOlder, searchAgainNewer
  case edit, clearScreen
  case paste, compose, tellMode, nothing

  /// Whether the command removes text into the kill ring.
  var isKill: Bool {
    switch self {
    case .killToEnd, .killToStart, .killBlankWordBack, .killWordBack, .killWordForward: true
    default: false
    }
  }
}
