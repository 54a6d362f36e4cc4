/// Decides how wide each column of a table may be on a screen.
struct ColumnFit {
  /// The width of each column's widest cell.
  let natural: [Int]
  let isEssential: [Bool]

  /// The fewest columns in which a cut cell still tells something.
  private static let narrowest = 10

  /// Widths that sum up to no more than the room; `nil` if that would leave cells unreadable.
  ///
  /// The widest columns give way first, down to one common width, and essential columns after all
  /// others. What is then left over goes to the cut columns from the left.
  func widths(within room: Int) -> [Int]? {
    if natural.reduce(0, +) <= room { return natural }
    let ordinary = natural.indices.filter { !isEssential[$0] }
    return widths(cutting: ordinary, of: natural, within: room)
      ?? widths(cutting: Array(natural.indices), of: natural, within: room)
  }

  private func widths(cutting candidates: [Int], of natural: [Int], within room: Int) -> [Int]? {
    let widest = candidates.map { natural[$0] }.max() ?? 0
    for limit in stride(from: widest, through: Self.narrowest, by: -1) {
      var widths = natural
      for index in candidates { widths[index] = min(natural[index], limit) }
      var left = room - widths.reduce(0, +)
      guard left >= 0 else { continue }
      for index in candidates where left > 0 && widths[index] < natural[index] {
        widths[index] += 1
        left -= 1
      }
      return widths
    }
    return nil
  }
}
