package import Documents

/// An app of the catalogue: the store's, or the company's own.
package struct TeamsApp: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  /// The id in the app's manifest; not that of the catalogue for apps of the company's own.
  package var externalID: String? { text("externalId") }
  package var displayName: String { text("displayName") ?? "" }
  /// `store`, `organization` or `sideloaded`.
  package var distributionMethod: String? { text("distributionMethod") }
}

/// An app as it is installed in a team or chat; what it is has to be expanded.
package struct TeamsAppInstallation: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  package var app: TeamsApp { TeamsApp(document: document["teamsApp"] ?? .null) }
  /// The name in the catalogue, or that of the installed version.
  package var displayName: String {
    let name = app.displayName
    return name.isEmpty ? text("teamsAppDefinition.displayName") ?? "" : name
  }
  package var version: String? { text("teamsAppDefinition.version") }
}
