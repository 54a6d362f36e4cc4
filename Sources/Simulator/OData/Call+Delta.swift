import GRDB
import HTTPTypes

/// A collection that can be followed: a walk through everything, then what changed since.
struct DeltaSource: Sendable {
  /// Its name in the log of changes.
  let feed: String
  let shape: String
  /// How many objects a page has, when the client names no number.
  var page = 200
  /// How long a token is good, in days.
  var days = 7
  /// Reads the objects after a place; the new place is nil at the end.
  let walk:
    @Sendable (Database, _ place: [Int], _ size: Int, DeltaOptions) throws -> (
      values: [Document], place: [Int]?
    )
  /// Prints the things that changed.
  let changed: @Sendable (Database, [ChangeLog.Entry], DeltaOptions) throws -> [Document]
  /// Prints those that were made without answering yet, and began to after one moment, up to another.
  var settled:
    @Sendable (Database, _ after: Instant, _ upTo: Instant, DeltaOptions) throws -> [Document] = {
      _, _, _, _ in []
    }
}

extension Call {
  /// Answers one page of a feed, with the link to the next one or, at the end, to later changes.
  func delta(_ source: DeltaSource, _ options: DeltaOptions = DeltaOptions()) async throws -> Answer
  {
    let now = tenant.now
    let sent = try sentToken(source, at: now)
    let wantsLatest = query.deltaToken?.lowercased() == "latest"
    let preferred = preferredPageSize
    let (values, token, isEnd) = try await tenant.read { db in
      let latest = try ChangeLog.latest(db)
      var token =
        sent ?? DeltaToken(change: latest, issuedAt: now, walk: [], options: options)
      guard token.change <= latest else { throw expired }
      if wantsLatest { return ([Document](), token.finished(at: now), true) }
      let size = min(preferred ?? token.options.top ?? source.page, 999)
      if let place = token.walk {
        let (values, next) = try source.walk(db, place, size, token.options)
        token.walk = next
        return (values, next == nil ? token.finished(at: now) : token, next == nil)
      }
      let entries = try ChangeLog.entries(
        db, of: source.feed, after: token.change, limit: size + 1)
      var values = try source.changed(db, Array(entries.prefix(size)), token.options)
      token.change = entries.prefix(size).last?.number ?? token.change
      let isEnd = entries.count <= size
      if isEnd {
        let told = Set(values.compactMap { $0["id"]?.string })
        values += try source.settled(db, token.issuedAt, now, token.options)
          .filter { !told.contains($0["id"]?.string ?? "") }
      }
      return (values, isEnd ? token.finished(at: now) : token, isEnd)
    }
    var fields: Document.Fields = ["@odata.context": context(source.shape)]
    let address = "\(root)\(path)"
    let name = isEnd ? "deltaLink" : "nextLink"
    let parameter = isEnd ? "$deltatoken" : "$skiptoken"
    fields["@odata.\(name)"] = .string("\(address)?\(parameter)=\(token.cursor.token)")
    fields["value"] = .array(values)
    return .ok(.object(fields))
  }

  /// The token of a request that goes on; nil for a first one.
  private func sentToken(_ source: DeltaSource, at now: Instant) throws(GraphFailure) -> DeltaToken?
  {
    let text = query.deltaToken
    guard text?.lowercased() != "latest" else { return nil }
    guard let cursor = query.cursor ?? text.flatMap(PageCursor.init(token:)) else {
      guard text == nil else { throw expired }
      return nil
    }
    guard let token = DeltaToken(cursor), token.change >= 0,
      now.milliseconds - token.issuedAt.milliseconds < source.days * 86_400_000
    else { throw expired }
    return token
  }

  /// Says that the client must begin anew, and where.
  private var expired: GraphFailure {
    GraphFailure(
      status: .gone, code: "syncStateNotFound",
      message: "The sync state generation is not found; the delta token is expired. "
        + "Please start a new full synchronization.",
      headers: [.location: "\(root)\(path)"])
  }

  /// How many objects the client wants on a page, by its `Prefer` header.
  private var preferredPageSize: Int? {
    let marker = "odata.maxpagesize="
    let sizes = headers[values: .prefer].flatMap { $0.split(separator: ",") }.compactMap { part in
      let text = part.lowercased().trimmingSpaces
      return text.hasPrefix(marker) ? Int(text.dropFirst(marker.count)) : nil
    }
    return sizes.first { $0 > 0 }
  }
}

extension DeltaToken {
  /// The token from which only later changes follow.
  fileprivate func finished(at now: Instant) -> DeltaToken {
    DeltaToken(change: change, issuedAt: now, walk: nil, options: options)
  }
}
