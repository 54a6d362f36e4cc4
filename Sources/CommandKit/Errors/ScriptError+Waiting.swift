extension ScriptError.Unfinished {
  /// What a half-typed statement waits for, as `inside a quote opened at col 6; Ctrl-C drops it`.
  package func waiting(since opening: ScriptLocation) -> String {
    let place =
      opening.line > 1 ? "line \(opening.line), col \(opening.column)" : "col \(opening.column)"
    return "\(description(openedAt: place)); Ctrl-C drops it"
  }

  private func description(openedAt place: String) -> String {
    switch self {
    case .singleQuote, .doubleQuote, .backtick: "inside a quote opened at \(place)"
    case .json: "inside the JSON opened at \(place)"
    case .substitution: "inside $( opened at \(place)"
    case .variable: "inside ${ opened at \(place)"
    case .forBlock: "inside the for at \(place), until end"
    case .ifBlock: "inside the if at \(place), until end"
    case .backslash: "the line goes on, as the \\ at \(place) says"
    case .hereDocument(let delimiter):
      "inside the text begun at \(place), until a line \(delimiter)"
    case .chain: "a command is missing after the sign at \(place)"
    }
  }
}
