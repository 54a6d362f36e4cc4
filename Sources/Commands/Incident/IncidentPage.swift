package import CommandKit
package import Records

/// Some incidents of a longer list, as a conversation shows them.
package struct IncidentPage: Sendable {
  /// The most on one page.
  package static let size = 10

  package let incidents: [Incident]
  /// Which page it is, counted from 1.
  package let number: Int
  /// How many pages there are; one at least.
  package let count: Int
}

extension Session {
  /// A page of the incidents, the newest first; a number beyond the last page gives the last one.
  ///
  /// - Parameters:
  ///   - number: Which page, counted from 1.
  ///   - areClosed: Closed ones or open ones only; `nil` for both.
  ///   - owners: Only those of one of these, in any case of letters; `nil` for everybody's.
  /// - Returns: The page.
  /// - Throws: ``RecordsError`` where the records cannot be read.
  package func incidentPage(
    _ number: Int, areClosed: Bool? = false, owners: [String]? = nil
  ) throws(RecordsError) -> IncidentPage {
    guard let store = try workspace.knownIncidents() else {
      return IncidentPage(incidents: [], number: 1, count: 1)
    }
    let size = IncidentPage.size
    let total = try store.count(areClosed: areClosed, owners: owners)
    let count = max(1, (total + size - 1) / size)
    let page = min(max(1, number), count)
    return IncidentPage(
      incidents: try store.incidents(
        areClosed: areClosed, owners: owners, limit: size, offset: (page - 1) * size),
      number: page, count: count)
  }
}
