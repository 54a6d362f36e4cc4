/// What a command answers: rows as they arrive, one object, or a sentence.
package enum Reply<Row: Listed>: Sendable {
  /// A list; each element is one page, shown while the next travels.
  case rows(AsyncThrowingStream<[Row], any Error>)
  /// One object in full.
  case one(Row)
  /// One sentence about what was done, and the object it was done to where there is one.
  case done(String, Row? = nil)
  /// Nothing to say.
  case silent

  /// A list that is already here.
  package static func list(_ rows: [Row]) -> Reply {
    .rows(
      AsyncThrowingStream { continuation in
        if !rows.isEmpty { continuation.yield(rows) }
        continuation.finish()
      })
  }

  /// A list read page by page from any sequence, each element made into a row.
  ///
  /// The pages are pulled by the reader: no page is asked for before the one before it was taken.
  package static func pages<Pages: AsyncSequence & Sendable, Element: Sendable>(
    _ pages: Pages, _ row: @escaping @Sendable (Element) -> Row?
  ) -> Reply where Pages.Element == [Element] {
    let source = PageSource(pages)
    return .rows(
      AsyncThrowingStream {
        try await source.next()?.compactMap(row)
      })
  }
}

/// Holds the iterator that an unfolding stream pulls from.
private actor PageSource<Pages: AsyncSequence & Sendable> {
  private var iterator: Pages.AsyncIterator?
  private let pages: Pages

  init(_ pages: Pages) {
    self.pages = pages
  }

  func next() async throws -> Pages.Element? where Pages.Element: Sendable {
    var current = iterator ?? pages.makeAsyncIterator()
    iterator = nil
    let element = try await current.next(isolation: self)
    iterator = current
    return element
  }
}
