package import Documents
package import Graph

/// What a command answers: rows as they arrive, one object, or a sentence.
package enum Reply<Row: Listed>: Sendable {
  /// A list, read page by page while it is shown; a limit of its own holds where no option sets one.
  case rows(AsyncThrowingStream<ReplyPage<Row>, any Error>, limit: Int? = nil)
  /// One object in full.
  case one(Row)
  /// One sentence about what was done, and the object it was done to where there is one.
  case done(String, Row? = nil)
  /// Text of this shell's own, such as help; written as it is.
  case text(String)
  /// What came is no document: a picture, a number; written as it is.
  case bytes([UInt8])
  /// Nothing to say.
  case silent

  /// A list that is already here.
  package static func list(_ rows: [Row]) -> Reply {
    .rows(
      AsyncThrowingStream { continuation in
        continuation.yield(ReplyPage(rows: rows, hasMore: false))
        continuation.finish()
      })
  }

  /// A list read from Graph: each element is made into a row, or left out.
  ///
  /// The pages are pulled by the reader, and the next one travels while one is shown.
  package static func pages<Element: DocumentView>(
    _ pages: GraphPages<Element>, limit: Int? = nil,
    seen: @escaping @Sendable ([Element]) -> Void = { _ in },
    _ row: @escaping @Sendable (Element) -> Row?
  ) -> Reply {
    let source = PageSource(pages)
    return .rows(
      AsyncThrowingStream {
        guard let page = try await source.next() else { return nil }
        seen(page.items)
        return ReplyPage(
          rows: page.items.compactMap(row), hasMore: page.hasMore, nextLink: page.nextLink,
          address: page.address)
      }, limit: limit)
  }
}

extension Reply where Row: DocumentView {
  /// Rows that are here already, and the pages that follow them.
  package static func pages(_ pages: GraphPages<Row>, after rows: [Row]) -> Reply {
    let source = PageSource(pages, after: rows)
    return .rows(
      AsyncThrowingStream {
        guard let page = try await source.next() else { return nil }
        return ReplyPage(
          rows: page.items, hasMore: page.hasMore, nextLink: page.nextLink, address: page.address)
      })
  }
}

/// Some rows of a reply, and whether more follow.
package struct ReplyPage<Row: Sendable>: Sendable {
  package let rows: [Row]
  package let hasMore: Bool
  /// The link to what follows, where Graph gave these rows.
  package let nextLink: String?
  private let address: String?

  package init(
    rows: [Row], hasMore: Bool, nextLink: String? = nil, address: String? = nil
  ) {
    self.rows = rows
    self.hasMore = hasMore
    self.nextLink = nextLink
    self.address = address
  }
}

extension ReplyPage where Row: Listed {
  /// The link to what follows the first rows of the page: no row behind them is skipped by it.
  package func nextLink(after count: Int) -> String? {
    guard count < rows.count else { return nextLink }
    guard let address, count > 0, let id = rows[count - 1].document["id"]?.string else {
      return address
    }
    return Page<JSON>.link(address, after: id)
  }
}

/// Holds the iterator that an unfolding stream pulls from, one page at a time.
private actor PageSource<Element: DocumentView> {
  /// Gone while it is read from: a copy beside it would make it copy all it knows, page by page.
  private var iterator: GraphPages<Element>.Iterator?
  private var first: [Element]?

  init(_ pages: GraphPages<Element>, after first: [Element]? = nil) {
    iterator = pages.makeAsyncIterator()
    self.first = first
  }

  func next() async throws -> Page<Element>? {
    if let items = first {
      first = nil
      return Page(items: items, hasMore: true)
    }
    guard var current = iterator.take() else { return nil }
    defer { iterator = current }
    return try await current.next()
  }
}
