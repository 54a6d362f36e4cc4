package import Documents

/// Someone's membership in a team, channel or chat.
package struct ConversationMember: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  /// The id of the membership, which update and remove take; not the user's id.
  package var id: String { text("id") ?? "" }
  package var displayName: String { text("displayName") ?? "" }
  /// The user's id; none for members that are not in a directory.
  package var userID: String? { text("userId") }
  package var email: String? { text("email") }
  package var tenantID: String? { text("tenantId") }
  /// `owner`, `guest`, or nothing for a member.
  package var roles: [String] { texts("roles") }
  package var visibleHistoryStartDateTime: String? { text("visibleHistoryStartDateTime") }

  /// The member's role in one word.
  ///
  /// Graph writes roles in lower case, and capitalised in the list of all members of a channel.
  package var role: String { roles.first?.lowercased() ?? "member" }
}
