import HTTPTypes

/// One request as the limits see it: its method, and its path taken apart.
struct PacedRequest: Sendable, Hashable {
  let method: HTTPRequest.Method
  /// The segments below the version, decoded and in lower case; `teams('id')` counts as two.
  let segments: [String]
  /// The names of the query options.
  private let options: Set<String>
  private let top: Int?

  init(_ method: HTTPRequest.Method, path: String) {
    self.method = method
    let parts = path.split(separator: "?", maxSplits: 1)
    var segments = (parts.first ?? "").split(separator: "/").flatMap(Self.decoded)
    if let version = segments.firstIndex(where: { ["v1.0", "beta"].contains($0) }) {
      segments.removeFirst(version + 1)
    }
    self.segments = segments
    let query = parts.count > 1 ? parts[1].split(separator: "&") : []
    options = Set(query.map { $0.prefix { $0 != "=" }.lowercased() })
    top = query.first { $0.lowercased().hasPrefix("$top=") }.flatMap { Int($0.dropFirst(5)) }
  }

  private static func decoded(_ segment: Substring) -> [String] {
    let plain = PercentEncoding.decoded(segment).lowercased()
    guard plain.hasSuffix("')"), let open = plain.firstRange(of: "('") else { return [plain] }
    return [String(plain[..<open.lowerBound]), String(plain[open.upperBound...].dropLast(2))]
  }

  var writes: Bool { ![.get, .head, .options].contains(method) }

  /// The id of the team that the path leads through.
  var team: String? { value(after: "teams") }

  /// The id of the channel or chat that the path leads through.
  var conversation: String? { value(after: "channels") ?? value(after: "chats") }

  /// Whether the request lists chats, looks at one, or takes a person's access to one away.
  var looksAtChats: Bool {
    switch (method, segments.last) {
    case (.get, "chats"): true
    case (.get, _): segments.count >= 2 && segments[segments.count - 2] == "chats"
    case (_, "removeallaccessforuser"): true
    default: false
    }
  }

  /// Whether the request posts a message or a reply.
  var posts: Bool {
    method == .post && conversation != nil && ["messages", "replies"].contains(segments.last)
  }

  /// What the query options add to the cost of a request to the directory, or spare.
  var surcharge: Int {
    (options.contains("$expand") ? 1 : 0) - (options.contains("$select") ? 1 : 0)
      - (top.map { $0 < 20 } == true ? 1 : 0)
  }

  private func value(after name: String) -> String? {
    guard let index = segments.firstIndex(of: name), index + 1 < segments.count else { return nil }
    let value = segments[index + 1]
    return value.hasPrefix("getall") || value == "allmessages" ? nil : value
  }
}
