package import Documents

/// The tenant itself.
package struct Organization: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  package var displayName: String { text("displayName") ?? "" }
  package var tenantType: String? { text("tenantType") }
  package var country: String? { text("countryLetterCode") }
  package var createdDateTime: String? { text("createdDateTime") }

  /// The domain that new accounts get.
  package var defaultDomain: String? {
    document["verifiedDomains"]?.array?
      .first { $0["isDefault"]?.bool == true }?["name"]?.string
  }
}
