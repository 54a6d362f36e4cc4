import CommandKit
package import Documents
import Graph

/// An app of the catalogue, or one that is installed.
package struct AppRow: Listed {
  package let document: JSON
  let app: TeamsApp
  let name: String
  let version: String?

  init(_ app: TeamsApp) {
    document = app.document
    self.app = app
    name = app.displayName
    version = nil
  }

  init(_ installation: TeamsAppInstallation) {
    document = installation.document
    app = installation.app
    name = installation.displayName
    version = installation.version
  }

  package var reference: String { app.id }

  static let columns: [Column<AppRow>] = [
    Column("APP", \.name),
    Column("VERSION", \.version),
    Column("FROM", \.app.distributionMethod),
    Column("EXTERNAL ID", \.app.externalID),
    Column("ID", as: .id, \.app.id),
  ]
}
