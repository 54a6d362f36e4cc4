import Documents

/// Completes the query of a request: its options, and what can stand behind one.
struct GraphQuery: Sendable {
  let options: [GraphQueryTable.Option]
  /// Objects whose fields may be the ones wanted.
  let fields: [JSON]
  /// All that is typed before the part that is completed.
  let before: String
  /// The parts of the query that are whole.
  let given: String

  func suggestions(_ typed: String) -> Suggestions {
    guard let sign = typed.firstIndex(of: "=") else { return names(typed) }
    let name = String(typed[..<sign])
    guard let option = options.first(where: { $0.name == name }) else { return Suggestions() }
    let start = typed.index(after: sign)
    return values(of: option, String(typed[start...]), behind: before + typed[..<start])
  }

  /// The options that are not given yet.
  private func names(_ typed: String) -> Suggestions {
    let rest = options.filter { option in
      !given.split(whereSeparator: { $0 == "?" || $0 == "&" })
        .contains { $0.hasPrefix("\(option.name)=") }
    }
    let list = rest.map { option in
      Suggestion(option.name, Self.about[option.name] ?? "")
    }
    var found = Suggestions.matching(list, typed)
    found.suggestions = found.suggestions.map {
      .path($0.text, $0.about, value: before + $0.value + "=", closes: false)
    }
    return found
  }

  private func values(
    of option: GraphQueryTable.Option, _ typed: String, behind before: String
  ) -> Suggestions {
    let list: [Suggestion]
    switch option.name {
    case "$select": list = FieldPaths(fields).names
    case "$orderby" where option.values.isEmpty: list = FieldPaths(fields).names
    default: list = option.values.map { Suggestion($0) }
    }
    guard !list.isEmpty else {
      return Suggestions(note: Self.about[option.name].map { "here stands \($0)" })
    }
    var found = CommaList(typed).suggestions(list)
    found.suggestions = found.suggestions.map {
      .path($0.text, $0.about, value: before + $0.value, closes: false)
    }
    return found
  }

  /// What each option takes.
  private static let about = [
    "$select": "the fields to answer with, as id,displayName",
    "$filter": "a condition, as displayName eq 'Sales'",
    "$top": "how many a page holds",
    "$expand": "what to answer beside each",
    "$orderby": "a field, and asc or desc",
    "$count": "true, to count all of them",
    "$search": "a field and a word, as \"displayName:Sales\"",
  ]
}
