import Synchronization

/// The lines typed at this and earlier prompts.
///
/// The file is read when the first line is recalled, not at the start: what other shells append after
/// that is seen by the next one. Recalling gives the lines of this session first.
package final class History: Sendable {
  /// A line of this session.
  private struct Own {
    let entry: HistoryEntry
    let retention: Retention
  }

  private struct State {
    /// The lines of the file when it was first read for recalling, newest first, each once.
    var earlier: [Recalled]?
    var own: [Own] = []
    var hasFailed = false
  }

  /// How many lines Up and the search reach back.
  package static let recallLimit = 20_000
  /// How many lines the file keeps.
  package static let fileLimit = 100_000

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
  package func append(
    _ entry: HistoryEntry, for retention: Retention = .file
  ) throws(LineEditingError) {
    guard entry.isKept else { return }
    var failure: LineEditingError?
    if retention == .file {
      do {
        try file?.append(entry)
      } catch {
        failure = error
      }
    }
    let isSaved = retention == .file && failure == nil && file != nil
    let isNews = state.withLock { state in
      state.own.append(
        Own(entry: entry, retention: retention == .file && !isSaved ? .session : retention))
      defer { state.hasFailed = state.hasFailed || failure != nil }
      return !state.hasFailed
    }
    if let failure, isNews { throw failure }
  }

  /// The newest entries, oldest first, those of other shells included.
  ///
  /// Where the file cannot be read, those of this session that are not in it.
  package func entries(limit: Int = .max) -> [HistoryEntry] {
    let saved = (try? file?.newest(limit)) ?? []
    let unsaved = state.withLock { $0.own.filter { $0.retention != .file }.map(\.entry) }
    guard !unsaved.isEmpty else { return saved }
    return (saved + unsaved).sorted { $0.time < $1.time }.suffix(limit)
  }

  /// The entries of this session, oldest first.
  package var ownEntries: [HistoryEntry] {
    state.withLock { $0.own.map(\.entry) }
  }

  /// Removes the entries whose text fits, from the file and from memory.
  ///
  /// - Throws: When the file cannot be rewritten; then nothing is removed.
  package func remove(where isUnwanted: (String) -> Bool) throws(LineEditingError) {
    try file?.remove(where: isUnwanted)
    state.withLock { state in
      state.own.removeAll { isUnwanted($0.entry.text) }
      state.earlier?.removeAll { isUnwanted($0.text) }
    }
  }

  /// Removes everything.
  ///
  /// - Throws: When the file cannot be emptied; then nothing is removed.
  package func clear() throws(LineEditingError) {
    try file?.clear()
    state.withLock { state in
      state.own = []
      state.earlier = []
    }
  }

  /// Forgets the lines that were typed while nothing was to be kept.
  package func endPrivacy() {
    state.withLock { $0.own.removeAll { $0.retention == .privacy } }
  }

  /// Drops the oldest lines of a file that has grown too long; one that cannot be rewritten stays.
  package func trim(to limit: Int = fileLimit) {
    try? file?.trim(to: limit)
  }

  /// The lines to recall, newest first, each one once: this session's, then earlier ones.
  package func recall() -> [String] {
    let (own, earlier) = recalled()
    guard !own.isEmpty else { return earlier.map(\.text) }
    var seen: Set<String> = []
    let mine = own.reversed().map(\.entry.text).filter { seen.insert($0).inserted }
    return mine + earlier.lazy.map(\.text).filter { !seen.contains($0) }
  }

  /// The newest line that goes on from what is typed, of the same tenant and without a secret.
  package func hint(for typed: String, tenant: String?) -> String? {
    let (own, earlier) = recalled()
    func goesOn(_ text: String) -> Bool {
      text.utf8.count > typed.utf8.count && text.hasPrefix(typed)
    }
    let mine = own.last { own in
      own.retention != .session && own.entry.tenant == tenant && goesOn(own.entry.text)
    }
    return mine?.entry.text ?? earlier.first { $0.tenant == tenant && goesOn($0.text) }?.text
  }

  private func recalled() -> (own: [Own], earlier: [Recalled]) {
    if state.withLock({ $0.earlier == nil }) {
      var seen: Set<String> = []
      let lines = ((try? file?.recalled(Self.recallLimit)) ?? []).reversed()
        .filter { seen.insert($0.text).inserted }
      state.withLock { $0.earlier = $0.earlier ?? lines }
    }
    return state.withLock { ($0.own, $0.earlier ?? []) }
  }
}
