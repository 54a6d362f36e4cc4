/// The last words of earlier lines, one after another.
struct LastArgumentWalk {
  private let lines: [String]
  private var index = -1

  /// Begins a walk.
  ///
  /// - Parameter lines: The earlier lines, newest first.
  init(lines: [String]) {
    self.lines = lines
  }

  /// The last word of the next older line, another one than before; `nil` where there is none.
  mutating func next() -> String? {
    let before = lines.indices.contains(index) ? Words.last(of: lines[index]) : nil
    guard
      let next = lines.indices.first(where: {
        $0 > index && Words.last(of: lines[$0]) != before
      })
    else { return nil }
    index = next
    return Words.last(of: lines[next])
  }
}
