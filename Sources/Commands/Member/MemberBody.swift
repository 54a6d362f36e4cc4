import Documents

/// How Graph takes a person as a member.
enum MemberBody {
  /// A membership of one user of this tenant.
  ///
  /// - Parameters:
  ///   - userID: Who.
  ///   - roles: As what.
  ///   - history: From when on a member of a chat sees what was said; from now where left out.
  /// - Returns: The document.
  static func member(_ userID: String, roles: [String], history: String? = nil) -> JSON {
    var body = JSONObject([
      ("@odata.type", "#microsoft.graph.aadUserConversationMember"),
      ("roles", .array(roles.map(JSON.string))),
      ("user@odata.bind", .string("https://graph.microsoft.com/v1.0/users('\(userID)')")),
    ])
    if let history { body["visibleHistoryStartDateTime"] = .string(history) }
    return .object(body)
  }

  /// The roles of a chat's member: Graph wants one for each, and chats know no other than these.
  static func chatRoles(isGuest: Bool) -> [String] { [isGuest ? "guest" : "owner"] }
}
