/// What a client sends to make or to change a channel, checked.
struct ChannelDraft: Sendable {
  let name: String?
  /// Nil where nothing was sent, null where the description is taken away.
  let description: Document?
  let kind: Channel.Kind
  let members: [Document]

  private static let longestName = 50
  private static let forbidden = Set("~#%&*{}+/\\:<>?|'\"")

  init(_ request: Document) throws(GraphFailure) {
    name = try Self.name(in: request)
    description = request["description"]
    members = request["members"]?.array ?? []
    let kind = request["membershipType"]?.string ?? "standard"
    guard let known = Channel.Kind(rawValue: kind.lowercased()) else {
      throw .badRequest("Invalid value '\(kind)' for property 'membershipType'.")
    }
    self.kind = known
  }

  private static func name(in request: Document) throws(GraphFailure) -> String? {
    guard let sent = request["displayName"] else { return nil }
    guard let name = sent.string?.trimmingSpaces, !name.isEmpty else {
      throw .badRequest("Channel display name can't be empty.")
    }
    guard name.count <= longestName else {
      throw .badRequest("Channel display name can't be longer than \(longestName) characters.")
    }
    guard !name.contains(where: forbidden.contains), !name.hasPrefix("_"), !name.hasPrefix("."),
      !name.hasSuffix(".")
    else {
      throw .badRequest("Channel name contains characters that are not allowed.")
    }
    return name
  }
}
