/// Ctrl-R and Ctrl-S: an incremental search through earlier lines.
struct HistorySearch {
  /// Which way in time a search goes.
  enum Direction: Hashable {
    case older, newer
  }

  private let lines: [String]
  private(set) var pattern: String
  /// The line found; -1 before the newest one, and as many as there are lines behind the oldest.
  private var index: Int
  private var direction: Direction

  /// Begins a search through earlier lines, newest first.
  init(lines: [String], direction: Direction = .older) {
    self.lines = lines
    pattern = ""
    self.direction = direction
    index = direction == .older ? 0 : lines.count - 1
  }

  /// Goes on with a search from a line that it found before.
  init(lines: [String], for pattern: String, at line: String) {
    self.lines = lines
    self.pattern = pattern
    direction = .older
    index = lines.firstIndex(of: line) ?? -1
  }

  /// The line found; `nil` while nothing fits.
  var match: String? {
    pattern.isEmpty || !lines.indices.contains(index) ? nil : lines[index]
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
    find(from: direction == .older ? 0 : lines.count - 1)
  }

  /// Goes on to another line; stays where it is when there is none.
  ///
  /// - Parameters:
  ///   - direction: Where to.
  ///   - last: What to look for where nothing has been typed yet.
  mutating func next(_ direction: Direction, repeating last: String = "") {
    self.direction = direction
    guard !pattern.isEmpty else {
      pattern = last
      find(from: start)
      return
    }
    let before = index
    find(from: direction == .older ? index + 1 : index - 1)
    if match == nil { index = before }
  }

  private var start: Int { direction == .older ? 0 : lines.count - 1 }

  private mutating func find(from place: Int) {
    let wanted = SmartCase(pattern)
    let found =
      direction == .older
      ? lines[min(max(place, 0), lines.count)...].firstIndex { wanted.matches($0) }
      : lines[..<min(max(place + 1, 0), lines.count)].lastIndex { wanted.matches($0) }
    index = found ?? (direction == .older ? lines.count : -1)
  }
}
