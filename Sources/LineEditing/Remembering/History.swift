import Synchronization

/// The lines typed at this and earlier prompts.
///
/// The file is read when the first line is recalled, not at the start. What other shells append
/// after that is seen by the next one.
package final class History: Sendable {
  private struct State {
    var earlier: [HistoryEntry]?
    var session: [HistoryEntry] = []
    var hasFailed = false
  }

  /// How many lines Up and the search reach back.
  private static let recallLimit = 5000

  private let file: HistoryFile?
  private let state = Mutex(State())

  /// Opens a history.
  ///
  /// - Parameter path: The file, made at the first line; `nil` for one that ends with the session.
  package init(path: String?) {
    file = path.map(HistoryFile.init)
  }

  /// Keeps a line, unless it begins with a space.
  ///
  /// - Throws: Once, when the file cannot be written. The line is kept for this session all the same,
  ///   and later failures are silent.
  package func append(_ entry: HistoryEntry) throws(LineEditingError) {
    guard entry.isKept else { return }
    let earlier = state.withLock { $0.earlier }
    // What is in the file before this session's first line must not be met again behind it.
    if earlier == nil { load() }
    state.withLock { $0.session.append(entry) }
    do {
      try file?.append(entry)
    } catch {
      let isNews = state.withLock { state in
        defer { state.hasFailed = true }
        return !state.hasFailed
      }
      if isNews { throw error }
    }
  }

  /// The newest entries, oldest first, those of other shells included.
  ///
  /// Falls back on this session's lines where the file cannot be read.
  package func entries(limit: Int) -> [HistoryEntry] {
    if let entries = try? file?.newest(limit), !entries.isEmpty { return entries }
    return state.withLock { $0.session.suffix(limit) }
  }

  /// The entries whose text holds a word, oldest first; a capital letter in it makes case count.
  package func search(_ word: String, limit: Int) -> [HistoryEntry] {
    let pattern = SmartCase(word)
    return entries(limit: Self.recallLimit).filter { pattern.matches($0.text) }.suffix(limit)
  }

  /// The lines to recall, newest first, each one once.
  func recall() -> [String] {
    load()
    let all = state.withLock { ($0.earlier ?? []) + $0.session }
    var seen: Set<String> = []
    return all.reversed().compactMap { seen.insert($0.text).inserted ? $0.text : nil }
  }

  private func load() {
    guard state.withLock({ $0.earlier == nil }) else { return }
    let earlier = (try? file?.newest(Self.recallLimit)) ?? []
    state.withLock { if $0.earlier == nil { $0.earlier = earlier } }
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
