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
