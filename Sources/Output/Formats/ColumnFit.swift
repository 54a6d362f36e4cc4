/// Decides which columns of a table a screen has room for, and how wide each may be.
struct ColumnFit {
  /// The width of each column's widest cell.
  let natural: [Int]
  let isEssential: [Bool]
  /// Whether a column may be left out: not the one that names the row.
  let isDroppable: [Bool]

  /// The columns that are shown, and their widths; a cell may take several lines where these are less.
  struct Layout: Hashable {
    var shown: [Int]
    var widths: [Int]
  }

  /// The blanks between two columns.
  static let gap = 2
  /// The fewest columns in which a cut cell still tells something.
  private static let narrowest = 10
  /// The most lines that one row takes.
  static let tallest = 3

  /// A layout for the room; `nil` where a list serves better.
  ///
  /// First ordinary columns are cut. Then essential ones, which are never cut, go on in a second and third
  /// line. Then ordinary columns are left out from the right, but no more than a third of all.
  func layout(within room: Int) -> Layout? {
    var shown = Array(natural.indices)
    let fewest = natural.count - max(1, natural.count / 3)
    while true {
      for height in 1...Self.tallest {
        if let widths = widths(of: shown, height: height, within: room) {
          return Layout(shown: shown, widths: widths)
        }
      }
      guard shown.count > fewest,
        let last = shown.last(where: { isDroppable[$0] && !isEssential[$0] })
      else { return nil }
      shown.removeAll { $0 == last }
    }
  }

  /// A layout that was settled on before, its columns wider where the room allows it, and never narrower.
  func grown(_ layout: Layout, within room: Int) -> Layout {
    var layout = layout
    var left =
      room - Self.gap * max(0, layout.shown.count - 1) - layout.widths.reduce(0, +)
    for (index, column) in layout.shown.enumerated() where left > 0 {
      let more = min(max(0, natural[column] - layout.widths[index]), left)
      layout.widths[index] += more
      left -= more
    }
    return layout
  }

  /// Widths with which rows of that many lines fit; the widest ordinary columns give way first, down to one
  /// common width, and what is left over goes to the cut ones from the left.
  private func widths(of shown: [Int], height: Int, within room: Int) -> [Int]? {
    let room = room - Self.gap * max(0, shown.count - 1)
    var widths = shown.map { column in
      guard isEssential[column], height > 1 else { return natural[column] }
      let share = (natural[column] + 2 * (height - 1)) / height
      return min(natural[column], max(share, Self.narrowest))
    }
    let wanted = widths
    if wanted.reduce(0, +) <= room { return wanted }
    let candidates = shown.indices.filter { !isEssential[shown[$0]] }
    let widest = candidates.map { wanted[$0] }.max() ?? 0
    for limit in stride(from: widest, through: Self.narrowest, by: -1) {
      for index in candidates { widths[index] = min(wanted[index], limit) }
      var left = room - widths.reduce(0, +)
      guard left >= 0 else { continue }
      for index in candidates where left > 0 && widths[index] < wanted[index] {
        widths[index] += 1
        left -= 1
      }
      return widths
    }
    return nil
  }
}
