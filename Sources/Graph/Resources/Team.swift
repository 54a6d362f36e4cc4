package import Documents

/// A team; lists give only its id, name and description.
package struct Team: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  package var displayName: String { text("displayName") ?? "" }
  package var description: String? { text("description") }
  package var isArchived: Bool? { flag("isArchived") }
  /// `private`, `public` or `hiddenMembership`.
  package var visibility: String? { text("visibility") }
  package var classification: String? { text("classification") }
  package var specialization: String? { text("specialization") }
  package var internalID: String? { text("internalId") }
  package var tenantID: String? { text("tenantId") }
  package var createdDateTime: String? { text("createdDateTime") }
  package var webUrl: String? { text("webUrl") }
}
