import Documents

/// How Graph takes a person as a member.
enum MemberBody {
  /// A membership of one user of this tenant.
  static func member(_ userID: String, roles: [String]) -> JSON {
    [
      "@odata.type": "#microsoft.graph.aadUserConversationMember",
      "roles": .array(roles.map(JSON.string)),
      "user@odata.bind": .string("https://graph.microsoft.com/v1.0/users('\(userID)')"),
    ]
  }
}
