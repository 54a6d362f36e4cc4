/// The paths that a rule is about: `/teams/{}/channels`, `/{}/oauth2/v2.0/token`, `/teams/**`.
///
/// `{}` stands for one segment, `**` at the end for any number of them. Letters compare without
/// case, and `/teams('id')` is `/teams/id`, as for the routes.
struct PathTemplate: Sendable, Equatable {
  private let segments: [String?]
  private let isOpen: Bool

  init?(_ text: String) {
    guard text.hasPrefix("/") else { return nil }
    var parts = text.split(separator: "/").map(String.init)
    isOpen = parts.last == "**"
    if isOpen { parts.removeLast() }
    guard !parts.contains(where: { $0.contains("*") }) else { return nil }
    segments = parts.map { $0.hasPrefix("{") && $0.hasSuffix("}") ? nil : $0.lowercased() }
  }

  /// The longest of its names, by which rules are found; `nil` where every segment may be anything.
  var key: String? { segments.compactMap(\.self).max { $0.utf8.count < $1.utf8.count } }

  /// Whether a path is one of these.
  func matches(_ path: RequestPath) -> Bool { matches(path.foldedNames) }

  /// Whether a path is one of these, whose names many templates are held against.
  ///
  /// - Parameter names: The path's segments in small letters.
  /// - Returns: Whether they fit.
  func matches(_ names: [String]) -> Bool {
    guard isOpen ? names.count >= segments.count : names.count == segments.count else {
      return false
    }
    return zip(segments, names).allSatisfy { $0 == nil || $0 == $1 }
  }
}

extension RequestPath {
  /// The names of its segments in small letters.
  var foldedNames: [String] { segments.map { $0.name.lowercased() } }
}
