import GRDB

extension Call {
  /// How a workload prints `@odata.count`.
  enum Counting: Sendable {
    /// The number of rows on this page, always.
    case page
    /// The number of all rows, on the first page, when the client asks for it.
    case onRequest
    case never
  }

  /// Answers one page of a collection, whose shape is its part of the context address.
  ///
  /// The document of a row is made inside the same read of the database as the row.
  func collection(
    _ listing: Listing, shape: String, counting: Counting = .page,
    document: @escaping @Sendable (Database, Row) throws -> Document
  ) async throws -> Answer {
    let chosen = try listing.applying(query)
    let size = min(query.top ?? rules.page?.standard ?? .max - 1, rules.page?.most ?? 100_000)
    let (values, next, total) = try await tenant.read { db in
      let page = try chosen.page(db, after: query.cursor, size: size)
      let values = try page.rows.map { try document(db, $0) }
      let isCounted = counting == .onRequest && query.wantsCount && query.cursor == nil
      return (values, page.next, isCounted ? try chosen.count(db) : nil)
    }
    var fields: Document.Fields = ["@odata.context": context(shape + selection)]
    switch counting {
    case .page: fields["@odata.count"] = .number(values.count)
    case .onRequest: fields["@odata.count"] = total.map { .number($0) }
    case .never: break
    }
    if let next { fields["@odata.nextLink"] = .string(link(to: next)) }
    fields["value"] = .array(values.map(selected))
    return .ok(.object(fields))
  }

  /// The part of a context address that names the chosen properties.
  var selection: String {
    query.select.map { "(\($0.joined(separator: ",")))" } ?? ""
  }

  /// The document with the chosen properties alone.
  func selected(_ document: Document) -> Document {
    guard let names = query.select, case .object(let fields) = document else { return document }
    return .object(
      Document.Fields(
        fields.entries.filter { names.contains($0.name) || $0.name.hasPrefix("@") }))
  }

  /// One object with the address of its shape in front.
  func entity(_ document: Document, shape: String) -> Answer {
    let front: Document.Fields = ["@odata.context": context("\(shape)\(selection)/$entity")]
    return .ok(selected(document).preceded(by: front))
  }

  /// The address of the page after a place.
  func link(to cursor: PageCursor) -> String {
    let kept = query.sent.filter { $0.name != "$skiptoken" }
    let options = kept.map { "\($0.name)=\($0.value.percentEncoded)" }
    let address = root + path
    return address + "?" + (options + ["$skiptoken=\(cursor.token)"]).joined(separator: "&")
  }
}
