package import Output

/// What became of a list between two looks at it.
///
/// Rows are told apart by their references. A row has changed when the object has: a cell that only
/// tells how long ago something was is no change.
package struct RowChanges: Sendable, Hashable {
  package private(set) var added: [Row] = []
  package private(set) var removed: [Row] = []
  /// A row that is other than before, and the columns in which it shows.
  package struct Change: Sendable, Hashable {
    package let before: Row
    package let after: Row
    package let columns: Set<Int>
  }
  package private(set) var changed: [Change] = []
  private let titles: [String]

  package init(from before: [Row], to after: [Row], titles: [String]) {
    self.titles = titles
    let earlier = Self.byReference(before)
    let later = Self.byReference(after)
    for (key, row) in Self.keyed(after) {
      guard let old = earlier[key] else {
        added.append(row)
        continue
      }
      guard old.document != row.document else { continue }
      let columns = row.cells.indices.filter {
        $0 >= old.cells.count || old.cells[$0] != row.cells[$0]
      }
      changed.append(Change(before: old, after: row, columns: Set(columns)))
    }
    removed = Self.keyed(before).filter { later[$0.key] == nil }.map(\.row)
  }

  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// All in a few words: `1 added, 2 changed`.
  package var summary: String {
    let counts = [(added.count, "added"), (removed.count, "removed"), (changed.count, "changed")]
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// Each in a sentence of its own: `changed: Contoso IT: CHANNELS 7 → 8`.
  package var sentences: [String] {
    added.map { "added: \(Self.name(of: $0))" } + removed.map { "removed: \(Self.name(of: $0))" }
      + changed.map { change in
        let cells = change.columns.sorted().filter(titles.indices.contains).map { column in
          let before =
            change.before.cells.indices.contains(column) ? change.before.cells[column] : ""
          return "\(titles[column]) \(before) → \(change.after.cells[column])"
        }
        let details = cells.isEmpty ? "" : ": \(cells.joined(separator: ", "))"
        return "changed: \(Self.name(of: change.before))\(details)"
      }
  }

  /// The rows with those cells marked that are new or other than before.
  package func marking(_ rows: [Row]) -> [Row] {
    let columns = Dictionary(
      changed.map { ($0.after.reference, $0.columns) }, uniquingKeysWith: { $0.union($1) })
    let new = Set(added.map(\.reference))
    return rows.map { row in
      var row = row
      row.marked =
        new.contains(row.reference) ? Set(row.cells.indices) : columns[row.reference] ?? []
      return row
    }
  }

  private static func name(of row: Row) -> String {
    row.cells.first { !$0.isEmpty } ?? row.reference
  }

  /// The rows with what tells them apart: their references, or else their places.
  private static func keyed(_ rows: [Row]) -> [(key: String, row: Row)] {
    rows.enumerated().map { ($1.reference.isEmpty ? "#\($0)" : $1.reference, $1) }
  }

  private static func byReference(_ rows: [Row]) -> [String: Row] {
    Dictionary(keyed(rows).map { ($0.key, $0.row) }, uniquingKeysWith: { _, last in last })
  }
}
