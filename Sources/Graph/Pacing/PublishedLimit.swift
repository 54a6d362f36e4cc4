import HTTPTypes

/// One line of Microsoft's tables of limits, and the requests that it is about.
///
/// Limits of one app over all tenants are left out: no single shell comes near them.
package struct PublishedLimit: Sendable, Hashable {
  /// The line's name in Microsoft's table, as `GET channel message`.
  package let name: String
  let methods: Set<HTTPRequest.Method>
  let patterns: [PathPattern]
  /// What one app may send in one tenant.
  package let perApp: Rate
  /// What it may send to one team, channel or chat, whichever the path names last.
  package let perResource: Rate?
  /// Whether the line is for what no other line names.
  let isRest: Bool

  init(
    _ name: String, _ methods: Set<HTTPRequest.Method>, _ patterns: PathPattern..., perApp: Rate,
    perResource: Rate? = nil, isRest: Bool = false
  ) {
    self.name = name
    self.methods = methods
    self.patterns = patterns
    self.perApp = perApp
    self.perResource = perResource
    self.isRest = isRest
  }

  func covers(_ request: PacedRequest) -> Bool {
    methods.contains(request.method) && patterns.contains { $0.fits(request.segments) }
  }
}

/// The shape of a path below the version: `*` stands for one segment, a last `**` for any that follow.
struct PathPattern: Sendable, Hashable, ExpressibleByStringLiteral {
  private let segments: [Substring]
  private let isOpen: Bool

  init(stringLiteral text: String) {
    let all = text.lowercased().split(separator: "/")
    isOpen = all.last == "**"
    segments = isOpen ? all.dropLast() : all
  }

  func fits(_ path: [String]) -> Bool {
    guard isOpen ? path.count >= segments.count : path.count == segments.count else { return false }
    return zip(segments, path).allSatisfy { $0 == "*" || $0 == $1 }
  }
}
