import CommandKit

/// Completes the names of variables, and the fields of the one that holds an object.
struct VariableNames: Sendable {
  let workspace: Workspace
  /// Whether it is written `${…}`, where fields can follow.
  let isBraced: Bool

  func suggestions(_ typed: String) -> Suggestions {
    if isBraced, let dot = typed.firstIndex(of: ".") {
      return fields(of: String(typed[..<dot]), String(typed[typed.index(after: dot)...]))
    }
    let special = Self.special.map { name, about in
      Suggestion(name, place(name) ?? about, value: whole(name), closes: false, isBare: true)
    }
    let assigned = workspace.assignedNames.sorted().map {
      Suggestion($0, value: whole($0), closes: false, isBare: true)
    }
    return .matching(assigned + special, typed)
  }

  private func fields(of name: String, _ typed: String) -> Suggestions {
    guard name == "last", let document = workspace.last?.document else { return Suggestions() }
    var found = Suggestions.matching(FieldPaths([document]).leaves, typed)
    found.suggestions = found.suggestions.map {
      Suggestion(
        $0.text, $0.about, value: whole("\(name).\($0.text)"), closes: false, isBare: true)
    }
    return found
  }

  private func whole(_ name: String) -> String { isBraced ? name + "}" : name }

  private func place(_ name: String) -> String? {
    switch name {
    case "team": workspace.place.team?.name
    case "channel": workspace.place.channel?.name
    case "chat": workspace.place.chat?.name
    case "incident": workspace.place.incident?.name
    default: nil
    }
  }

  private static let special = [
    ("channel", "the id of the channel where you stand"),
    ("chat", "the id of the chat where you stand"),
    ("incident", "the number of the incident where you stand"),
    ("last", "what the last command answered with"),
    ("me", "your own id"),
    ("team", "the id of the team where you stand"),
  ]
}
