/// Where a client stands in a feed of changes; travels as an opaque token.
struct DeltaToken: Sendable, Equatable {
  /// The last change that the client knows of.
  var change: Int
  /// When the feed was last asked to the end.
  var issuedAt: Instant
  /// How far the walk through everything has come; nil when the client has seen everything.
  var walk: [Int]?
  /// What the client asked for in its first request.
  var options: DeltaOptions

  init(change: Int, issuedAt: Instant, walk: [Int]?, options: DeltaOptions) {
    self.change = change
    self.issuedAt = issuedAt
    self.walk = walk
    self.options = options
  }

  /// Reads a token that ``cursor`` wrote; anything else is nil.
  init?(_ cursor: PageCursor) {
    let parts = cursor.values
    guard parts.count == 4, let change = parts[0].integer, let issued = parts[1].integer,
      let options = DeltaOptions(parts[3])
    else { return nil }
    let walk = parts[2].array?.compactMap(\.integer)
    self.init(
      change: change, issuedAt: Instant(milliseconds: issued), walk: walk, options: options)
  }

  var cursor: PageCursor {
    PageCursor([
      .number(change), .number(issuedAt.milliseconds),
      walk.map { .array($0.map(Document.number)) } ?? nil, options.document,
    ])
  }
}

/// The options of a first request, which hold for all that follow from it.
struct DeltaOptions: Sendable, Equatable {
  var select: [String]?
  var top: Int?
  var since: Instant?
  var expandsReplies = false

  init() {}

  init?(_ document: Document) {
    guard document.fields != nil else { return nil }
    select = document["select"]?.array?.compactMap(\.string)
    top = document["top"]?.integer
    since = document["since"]?.integer.map(Instant.init(milliseconds:))
    expandsReplies = document["replies"]?.bool ?? false
  }

  var document: Document {
    var fields: Document.Fields = [:]
    fields["select"] = select.map(Document.strings)
    fields["top"] = top.map { .number($0) }
    fields["since"] = since.map { .number($0.milliseconds) }
    if expandsReplies { fields["replies"] = true }
    return .object(fields)
  }
}
