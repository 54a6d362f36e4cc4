import Synchronization

/// The lines typed at this and earlier prompts.
///
/// The file is read when the first line is recalled, not at the start. What other shells append
/// after that is seen by the next one.
package final class History: Sendable {
  private struct State {
    /// The lines of the file when it was first read for recalling.
    var earlier: [HistoryEntry]?
    /// The lines of this session that are not among those.
    var later: [HistoryEntry] = []
    /// The lines of this session that the file could not take.
    var unsaved: [HistoryEntry] = []
    var hasFailed = false
  }

  /// How many lines Up and the search reach back: decoding them is felt at the first Up.
  private static let recallLimit = 5000

  private let file: HistoryFile?
  private let state = Mutex(State())

  /// Opens a history.
  ///
  /// - Parameter path: The file, made at the first line; `nil` for one that ends with the session.
  package init(path: String?) {
    file = path.map(HistoryFile.init)
  }

  /// Keeps a line, unless it is blank.
  ///
  /// - Throws: Once, when the file cannot be written. The line is kept for this session all the same,
  ///   and later failures are silent.
  package func append(_ entry: HistoryEntry) throws(LineEditingError) {
    guard entry.isKept else { return }
    var failure: LineEditingError?
    do {
      try file?.append(entry)
    } catch {
      failure = error
    }
    let isSaved = failure == nil && file != nil
    let isNews = state.withLock { state in
      if !isSaved { state.unsaved.append(entry) }
      if !isSaved || state.earlier != nil { state.later.append(entry) }
      defer { state.hasFailed = state.hasFailed || failure != nil }
      return !state.hasFailed
    }
    if let failure, isNews { throw failure }
  }

  /// The newest entries, oldest first, those of other shells included.
  ///
  /// Where the file cannot be read, those of this session that are not in it.
  package func entries(limit: Int) -> [HistoryEntry] {
    let saved = (try? file?.newest(limit)) ?? []
    return (saved + state.withLock { $0.unsaved }).suffix(limit)
  }

  /// The entries whose text holds a word, oldest first; a capital letter in it makes case count.
  package func search(_ word: String, limit: Int) -> [HistoryEntry] {
    let pattern = SmartCase(word)
    return entries(limit: Self.recallLimit).filter { pattern.matches($0.text) }.suffix(limit)
  }

  /// The lines to recall, newest first, each one once.
  func recall() -> [String] {
    if state.withLock({ $0.earlier == nil }) {
      let earlier = (try? file?.newest(Self.recallLimit)) ?? []
      state.withLock { $0.earlier = earlier }
    }
    let all = state.withLock { ($0.earlier ?? []) + $0.later }
    var seen: Set<String> = []
    return all.reversed().compactMap { seen.insert($0.text).inserted ? $0.text : nil }
  }
}

/// A text to look for, in any case unless a capital letter is in it.
struct SmartCase {
  private let pattern: String
  private let isExact: Bool

  init(_ pattern: String) {
    isExact = pattern.contains { $0.isUppercase }
    self.pattern = pattern
  }

  func matches(_ text: String) -> Bool {
    pattern.isEmpty || (isExact ? text : text.lowercased()).contains(pattern)
  }
}
