import Cache
import CommandKit

/// Completes the path of a request: Graph's segments from a table, ids from the cache by name.
struct GraphPaths: Sendable {
  let names: TenantNames
  /// The method that the path is for.
  private let method: String

  init(names: TenantNames, command: String) {
    self.names = names
    method = command.split(separator: " ").last?.uppercased() ?? ""
  }

  func suggestions(_ typed: String) -> Suggestions {
    var parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if let mark = typed.firstIndex(of: "?") { return query(typed, behind: mark) }
    if parts.first?.isEmpty == true { parts.removeFirst() }
    let partial = parts.popLast() ?? ""
    let before = "/" + parts.map { $0 + "/" }.joined()
    if ["v1.0", "beta"].contains(parts.first) { parts.removeFirst() }
    var node = GraphPathNode.root
    var ids: [String: String] = [:]
    for part in parts {
      guard let next = node.child(part) else { return Suggestions() }
      if let name = next.parameter { ids[name] = part }
      node = next
    }
    var found = Suggestions.matching(literals(of: node, behind: before), partial)
    if let child = node.children.first(where: { $0.parameter != nil }) {
      let filled = values(of: child, ids: ids, behind: before, partial)
      found = Suggestions(
        found.suggestions + filled.suggestions, total: found.total + filled.total,
        note: filled.note)
    }
    return found
  }

  /// The query options behind a path, where it is one that takes any.
  private func query(_ typed: String, behind mark: String.Index) -> Suggestions {
    guard method == "GET", let path = GraphPathNode.path(of: typed[..<mark]) else {
      return Suggestions()
    }
    let cut = typed.lastIndex { $0 == "?" || $0 == "&" } ?? mark
    let start = typed.index(after: cut)
    return GraphQuery(
      options: GraphQueryTable.options(of: path),
      fields: names.workspace.documents(of: "graph get"),
      before: String(typed[..<start]), given: String(typed[mark..<start])
    ).suggestions(String(typed[start...]))
  }

  private func literals(of node: GraphPathNode, behind before: String) -> [Suggestion] {
    node.children.filter { $0.parameter == nil && $0.leads(to: method) }.map { child in
      suggestion(child.segment, child, id: child.segment, behind: before, about: "")
    }
  }

  private func suggestion(
    _ text: String, _ node: GraphPathNode, id: String, behind before: String, about: String
  ) -> Suggestion {
    let goesOn = node.children.contains { $0.leads(to: method) }
    let value = before + id + (node.methods.contains(method) ? "" : "/")
    return .path(
      text, about.isEmpty ? node.methods.joined(separator: " ") : about, value: value,
      closes: !goesOn)
  }

  /// What an id stands for, by name; ids that the cache does not know are only named.
  private func values(
    of node: GraphPathNode, ids: [String: String], behind before: String, _ typed: String
  ) -> Suggestions {
    guard node.leads(to: method), let parameter = node.parameter else { return Suggestions() }
    let found: (kind: CacheKind, place: Place)?
    switch parameter {
    case "team", "group": found = (.teams, .nowhere)
    case "user", "presence": found = (.people, .nowhere)
    case "chat": found = (.chats, .nowhere)
    case "channel": found = ids["team"].map { (.channels, .team(Named(id: $0, name: ""))) }
    default: found = nil
    }
    guard let found else { return Suggestions(note: "here stands the id of the \(parameter)") }
    let list = names.names(found.kind, of: found.place, typed, byID: true).suggestions
    return Suggestions(
      list.suggestions.map {
        suggestion($0.text, node, id: $0.value, behind: before, about: $0.about)
      }, total: list.total, note: list.note)
  }
}
