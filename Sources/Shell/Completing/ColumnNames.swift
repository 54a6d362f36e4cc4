import Documents

/// Completes a list of columns: a command's own titles, then paths of fields seen in its replies.
struct ColumnNames: Sendable {
  let titles: [String]
  let documents: [JSON]

  func suggestions(_ typed: String) -> Suggestions {
    let known = Set(titles.map { $0.lowercased() })
    let fields = FieldPaths(documents).leaves.filter { field in
      // The reader of columns tells a path from a mistyped title by its small letters.
      !known.contains(field.text.lowercased()) && field.text.contains(where: \.isLowercase)
        && field.text.allSatisfy { $0.isLetter || $0.isNumber || "._@".contains($0) }
    }
    return CommaList(typed).suggestions(titles.map { Suggestion($0, "column") } + fields)
  }
}
