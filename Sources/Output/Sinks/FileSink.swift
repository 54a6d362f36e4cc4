import Synchronization

/// A file that appears under its name only when everything was written.
package final class FileSink: Sink {
  /// What becomes of a file that is there already.
  package enum Mode: Sendable, Hashable {
    /// It is replaced, and keeps its permissions.
    case replace
    /// What was written is added at its end.
    case append
  }

  /// The file's path, as given.
  package let path: String
  package let isTerminal = false
  package let isFile = true
  package let columns = 80
  private let draft: Mutex<FileDraft>

  package init(path: String, mode: Mode = .replace) throws(SinkError) {
    self.path = path
    draft = Mutex(try FileDraft(path: path, mode: mode))
  }

  /// Whether a path leads to a file that would be replaced; a device is only written to.
  package static func wouldReplace(_ path: String) -> Bool { FileDraft.isRegular(path) }

  package func write(_ text: String) throws(SinkError) {
    try write(bytes: Array(text.utf8))
  }

  package func write(bytes: [UInt8]) throws(SinkError) {
    try draft.withLock { draft throws(SinkError) in try draft.write(bytes) }
  }

  /// Puts the file in place, safely on disk; writing afterwards is an error.
  package func commit() throws(SinkError) {
    try draft.withLock { draft throws(SinkError) in try draft.commit() }
  }

  /// Throws away what was written.
  ///
  /// The file stays as it was. Without a commit this happens by itself.
  package func discard() {
    draft.withLock { draft in draft.discard() }
  }
}
