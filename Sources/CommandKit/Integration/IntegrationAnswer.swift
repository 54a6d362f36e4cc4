package import Documents

/// What an integration command answers: a text for people, and a context for programs.
package struct IntegrationAnswer: Sendable {
  /// The text, as the integration writes it.
  package let text: String
  /// What stands under `MicrosoftTeams` in the context; empty where the command leaves none.
  package let context: JSON
  /// The rows of its table; empty where it shows a sentence.
  package let table: IntegrationTable?
  /// What `-o ids` prints.
  package let references: [String]

  package init(
    _ text: String, context: [(String, JSON)] = [], table: IntegrationTable? = nil,
    references: [String] = []
  ) {
    self.text = text
    self.context =
      context.isEmpty ? .object(JSONObject()) : ["MicrosoftTeams": .object(JSONObject(context))]
    self.table = table
    self.references = references
  }
}

/// A table's columns and cells, for the formats that have columns.
package struct IntegrationTable: Sendable, Hashable {
  package let headers: [String]
  package let rows: [[String]]

  package init(headers: [String], rows: [[String]]) {
    self.headers = headers
    self.rows = rows
  }
}
