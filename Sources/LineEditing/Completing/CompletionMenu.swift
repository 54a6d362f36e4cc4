/// Lays the candidates out in rows below the line.
struct CompletionMenu {
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
    let room = fitsWhole && candidates.count <= limit ? limit : max(limit - 1, 0)
    let window = visible(room: room, of: candidates.count)
    let names = window.map { Self.plain(candidates[$0].display) }
    let widest = min(names.map(\.width).max() ?? 0, max(columns / 2, 1))
    var rows: [[Glyph]] = zip(window, names).map { index, name in
      row(name, Self.plain(candidates[index].description), widest, columns, index == selected)
    }
    let hidden = completion.total - window.count
    let remarks = [hidden > 0 ? "… \(hidden) more" : nil, completion.note].compactMap { $0 }
    if !remarks.isEmpty, rows.count < limit {
      rows.append(Self.dim(Self.plain(remarks.joined(separator: " · "))).fitted(to: columns - 1))
    }
    return rows
  }

  /// The candidates in view: the selected one always is.
  private func visible(room: Int, of count: Int) -> Range<Int> {
    let shown = min(room, count)
    let start = min(max((selected ?? 0) - shown + 1, 0), count - shown)
    return start..<(start + shown)
  }

  private func row(
    _ name: [Glyph], _ description: [Glyph], _ widest: Int, _ columns: Int, _ isSelected: Bool
  ) -> [Glyph] {
    var row = name.fitted(to: widest)
    if !description.isEmpty {
      row += Array(repeating: .space, count: widest - row.width + 2) + Self.dim(description)
    }
    row = row.fitted(to: columns - 1)
    return isSelected
      ? row.map {
        var glyph = $0
        glyph.style = "7"
        return glyph
      } : row
  }

  /// One line of text; a name may hold anything, line ends included.
  private static func plain(_ text: String) -> [Glyph] {
    var glyphs: [Glyph] = []
    for scalar in text.unicodeScalars { glyphs.append(scalar == "\n" ? " " : scalar) }
    return glyphs
  }

  private static func dim(_ glyphs: [Glyph]) -> [Glyph] {
    glyphs.map {
      var glyph = $0
      glyph.style = "2"
      return glyph
    }
  }
}
