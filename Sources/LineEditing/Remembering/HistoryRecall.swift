/// Up and Down: a walk through earlier lines that begin as the typed one does, in any case unless a
/// capital is typed.
struct HistoryRecall {
  private let lines: [String]
  private let typed: String
  private let start: SmartCase
  private var index = -1

  /// Begins a walk.
  ///
  /// - Parameters:
  ///   - lines: The earlier lines, newest first.
  ///   - typed: The line to come back to.
  init(lines: [String], typed: String) {
    self.lines = lines
    self.typed = typed
    start = SmartCase(typed)
  }

  /// The next older line that fits; `nil` where there is none.
  mutating func older() -> String? {
    guard let next = lines.indices.dropFirst(index + 1).first(where: fits) else { return nil }
    index = next
    return lines[next]
  }

  /// The next newer line that fits, in the end the typed one; `nil` once that is reached.
  mutating func newer() -> String? {
    guard index >= 0 else { return nil }
    let next = lines.indices.prefix(index).last(where: fits)
    index = next ?? -1
    return next.map { lines[$0] } ?? typed
  }

  private func fits(_ index: Int) -> Bool {
    lines[index] != typed && start.begins(lines[index])
  }
}

/// Ctrl-R: an incremental search through earlier lines.
struct HistorySearch {
  private let lines: [String]
  private(set) var pattern = ""
  private(set) var index = 0

  /// Begins a search.
  ///
  /// - Parameter lines: The earlier lines, newest first.
  init(lines: [String]) {
    self.lines = lines
  }

  /// The line found; `nil` while nothing fits.
  var match: String? {
    pattern.isEmpty || index >= lines.count ? nil : lines[index]
  }

  /// Whether there is something to look for and it is nowhere.
  var hasFailed: Bool { !pattern.isEmpty && match == nil }

  mutating func type(_ scalar: Unicode.Scalar) {
    pattern.unicodeScalars.append(scalar)
    find(from: index)
  }

  mutating func deleteBack() {
    guard !pattern.isEmpty else { return }
    pattern.removeLast()
    find(from: 0)
  }

  /// Goes on to an older line; stays where it is when there is none.
  mutating func next() {
    let before = index
    find(from: index + 1)
    if match == nil, before < lines.count { index = before }
  }

  private mutating func find(from start: Int) {
    let wanted = SmartCase(pattern)
    index = lines[min(start, lines.count)...].firstIndex { wanted.matches($0) } ?? lines.count
  }
}
