/// The pieces that the Markdown pages are made of.
enum Markdown {
  /// The line that tells people and tools not to edit a page.
  static let notice = "<!-- Generated from the commands' declarations by `make generate`. -->"

  /// A table; nothing for no rows.
  static func table(_ titles: [String], _ rows: [[String]]) -> String? {
    guard !rows.isEmpty else { return nil }
    let lines = [titles, titles.map { _ in "---" }] + rows
    return lines.map { cells in
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  /// Names as code, parted by commas.
  static func code(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// A block that is shown as it is.
  static func block(_ text: String) -> String {
    "```text\n\(text)\n```"
  }
}
