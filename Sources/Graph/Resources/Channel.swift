package import Documents

/// A channel of a team.
package struct Channel: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  package var displayName: String { text("displayName") ?? "" }
  package var description: String? { text("description") }
  /// `standard`, `private` or `shared`.
  package var membershipType: String? { text("membershipType") }
  package var email: String? { text("email") }
  package var isArchived: Bool? { flag("isArchived") }
  package var isFavoriteByDefault: Bool? { flag("isFavoriteByDefault") }
  package var tenantID: String? { text("tenantId") }
  package var createdDateTime: String? { text("createdDateTime") }
  package var webUrl: String? { text("webUrl") }
}
