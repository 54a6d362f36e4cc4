package import Documents

/// A person or guest of the directory; lists give a default set of fields unless others are selected.
package struct User: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  package var displayName: String { text("displayName") ?? "" }
  package var userPrincipalName: String? { text("userPrincipalName") }
  package var mail: String? { text("mail") }
  package var givenName: String? { text("givenName") }
  package var surname: String? { text("surname") }
  package var jobTitle: String? { text("jobTitle") }
  package var department: String? { text("department") }
  package var officeLocation: String? { text("officeLocation") }
  package var mobilePhone: String? { text("mobilePhone") }
  package var businessPhones: [String] { texts("businessPhones") }
  package var preferredLanguage: String? { text("preferredLanguage") }
  package var accountEnabled: Bool? { flag("accountEnabled") }
  /// `Member` or `Guest`.
  package var userType: String? { text("userType") }
  package var createdDateTime: String? { text("createdDateTime") }
}
