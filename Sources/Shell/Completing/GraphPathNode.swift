/// One segment of Graph's paths, and what can stand behind it.
struct GraphPathNode: Sendable {
  let segment: String
  /// The methods that the path down to it takes.
  let methods: [String]
  private(set) var children: [GraphPathNode] = []

  /// The whole table.
  static let root: GraphPathNode = {
    var lines = GraphPathTable.text.split(separator: "\n")[...]
    var root = GraphPathNode(segment: "", methods: [], lines: &lines, depth: 0)
    let user = root.children.first { $0.segment == "users" }?.children.first { $0.parameter != nil }
    if let user, let me = root.children.firstIndex(where: { $0.segment == "me" }) {
      root.children[me].children = user.children
    }
    return root
  }()

  private init(
    segment: String, methods: [String], lines: inout ArraySlice<Substring>, depth: Int
  ) {
    self.segment = segment
    self.methods = methods
    while let line = lines.first, line.prefix(while: { $0 == " " }).count == depth * 2 {
      lines.removeFirst()
      let words = line.split(separator: " ").map(String.init)
      children.append(
        GraphPathNode(
          segment: words.first ?? "", methods: Array(words.dropFirst()), lines: &lines,
          depth: depth + 1))
    }
  }

  /// What an id stands here for; `nil` for a segment of Graph's own.
  var parameter: String? {
    segment.hasPrefix("{") ? String(segment.dropFirst().dropLast()) : nil
  }

  /// The child that a typed segment is.
  func child(_ typed: String) -> GraphPathNode? {
    children.first { $0.segment == typed } ?? children.first { $0.parameter != nil }
  }

  /// Whether it or anything behind it takes a method.
  func leads(to method: String) -> Bool {
    methods.contains(method) || children.contains { $0.leads(to: method) }
  }

  /// A typed path as the table has it: ids are `{}`, and who is signed in is a user; `nil` for one that it
  /// does not have.
  static func path(of typed: some StringProtocol) -> String? {
    var parts = String(typed).split(separator: "/").map(String.init)
    if ["v1.0", "beta"].contains(parts.first) { parts.removeFirst() }
    var node = root
    var path: [String] = []
    for part in parts {
      guard let next = node.child(part) else { return nil }
      path +=
        path.isEmpty && part == "me" ? ["users", "{}"] : [next.parameter == nil ? part : "{}"]
      node = next
    }
    return path.joined(separator: "/")
  }
}
