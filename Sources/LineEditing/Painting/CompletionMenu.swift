/// Lays the candidates out in rows below the line.
struct CompletionMenu: Hashable {
  let completion: Completion
  let selected: Int?

  /// The rows of the menu: candidates with their descriptions, and what there is to say about them.
  ///
  /// - Parameters:
  ///   - columns: The width of the screen.
  ///   - limit: How many rows there may be.
  /// - Returns: The rows, each narrower than the screen.
  func rows(columns: Int, limit: Int) -> [[Glyph]] {
    guard limit > 0 else { return [] }
    let candidates = completion.candidates
    let fitsWhole = candidates.count == completion.total && completion.note == nil
    let isWhole = fitsWhole && candidates.count <= limit
    // Of a single row the candidate is worth more than what there is to say about the others.
    let room = isWhole || limit == 1 ? limit : limit - 1
    let window = visible(room: room, of: candidates.count)
    let names = window.map { LowerRow.glyphs(candidates[$0].display) }
    let isDescribed = window.contains { !candidates[$0].description.isEmpty }
    let widest = min(
      names.map(\.width).max() ?? 0, isDescribed ? max(columns / 2, 1) : columns - 1)
    var rows = zip(window, names).map { index, name in
      row(name, candidates[index].description, widest, columns, index == selected)
    }
    let hidden = completion.total - window.count
    let remarks = [hidden > 0 ? "… \(hidden) more" : nil, completion.note].compactMap { $0 }
    guard !remarks.isEmpty else { return rows }
    let remark = LowerRow.remark(remarks.joined(separator: " · "))
    if rows.count < limit {
      rows += remark.rows(columns: columns, limit: 1)
    } else if limit == 1, let only = rows.first {
      let left = columns - 2 - only.width
      if left > Self.leastRemark {
        rows = [only + [.space, .space] + remark.rows(columns: left, limit: 1).joined()]
      }
    }
    return rows
  }

  /// A remark that is cut to less than this says nothing.
  private static let leastRemark = 8

  /// The candidates in view: the selected one always is.
  private func visible(room: Int, of count: Int) -> Range<Int> {
    let shown = min(room, count)
    let start = min(max((selected ?? 0) - shown + 1, 0), count - shown)
    return start..<(start + shown)
  }

  private func row(
    _ name: [Glyph], _ description: String, _ widest: Int, _ columns: Int, _ isSelected: Bool
  ) -> [Glyph] {
    var row = name.fitted(to: widest)
    if !description.isEmpty {
      row += Array(repeating: .space, count: widest - row.width + 2)
      row += LowerRow.glyphs(description, style: "2")
    }
    row = row.fitted(to: columns - 1)
    return isSelected
      ? row.map {
        var glyph = $0
        glyph.style = "7"
        return glyph
      } : row
  }
}
