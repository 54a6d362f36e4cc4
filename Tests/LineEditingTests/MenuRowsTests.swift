import Testing

@testable import LineEditing

/// The rows of a menu on screens of all sizes.
struct MenuRowsTests {
  private static func menu(
    _ names: [(String, String)], total: Int? = nil, note: String? = "as of 09:12",
    selected: Int? = nil
  ) -> CompletionMenu {
    let candidates = names.map { Candidate(insertion: $0.0, display: $0.0, description: $0.1) }
    return CompletionMenu(
      completion: Completion(
        replacing: 0..<0, candidates: candidates, total: total, note: note),
      selected: selected)
  }

  private static let teams = [
    ("Contoso IT", "48 members"), ("営業チーム", "private"), ("Zürich 😀", ""),
    (String(repeating: "A long name ", count: 10), "with an end that is out of sight"),
  ]

  private func text(_ rows: [[Glyph]]) -> [String] { rows.map { $0.map(\.text).joined() } }

  @Test(arguments: [(80, 24), (120, 40), (20, 5), (10, 3), (3, 2), (1, 1)])
  func `no menu takes more than a third of the screen, and no row is as wide as it`(
    columns: Int, height: Int
  ) {
    let many = (1...50).map { ("Name \($0)", "description") }
    for names in [Self.teams, many] {
      for selected in [nil, 0, names.count - 1] {
        let limit = max(height / 3, 1)
        let rows = Self.menu(names, total: 90, selected: selected).rows(
          columns: columns, limit: limit)
        #expect(rows.count <= limit)
        #expect(rows.allSatisfy { $0.width < max(columns, 2) })
      }
    }
  }

  @Test func `descriptions stand in a column, and long names are cut at half the screen`() {
    let rows = text(Self.menu(Self.teams).rows(columns: 40, limit: 8))
    #expect(
      rows == [
        "Contoso IT            48 members", "営業チーム            private", "Zürich 😀",
        "A long name A long …  with an end that…", "as of 09:12",
      ])
  }

  @Test func `without descriptions names may be as long as the row`() {
    let rows = text(Self.menu([("abcdefghijkl", ""), ("b", "")]).rows(columns: 14, limit: 8))
    #expect(rows.first == "abcdefghijkl")
  }

  @Test func `in a single row the candidate is shown, and what there is to say behind it`() {
    let rows = Self.menu([("Contoso IT", "48 members"), ("b", "")], selected: 0).rows(
      columns: 60, limit: 1)
    #expect(text(rows) == ["Contoso IT  48 members  … 1 more · as of 09:12"])
    let narrow = Self.menu([("Contoso IT", ""), ("b", "")]).rows(columns: 20, limit: 1)
    #expect(text(narrow) == ["Contoso IT"])
  }

  @Test func `the selected candidate is always in view, and shown reversed`() {
    let many = (1...50).map { ("Name \($0)", "") }
    let rows = Self.menu(many, selected: 30).rows(columns: 80, limit: 8)
    let selected = rows.filter { $0.allSatisfy { $0.style == "7" } }
    #expect(text(selected) == ["Name 31"])
    #expect(text(rows).last == "… 43 more · as of 09:12")
  }
}
