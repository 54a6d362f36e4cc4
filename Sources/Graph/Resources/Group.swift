package import Documents

/// A group of the directory; some of them are teams.
package struct Group: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  package var displayName: String { text("displayName") ?? "" }
  package var description: String? { text("description") }
  package var mail: String? { text("mail") }
  package var mailNickname: String? { text("mailNickname") }
  package var visibility: String? { text("visibility") }
  package var groupTypes: [String] { texts("groupTypes") }
  /// Whether a team stands on this group.
  package var isTeam: Bool { texts("resourceProvisioningOptions").contains("Team") }
  package var createdDateTime: String? { text("createdDateTime") }
}
