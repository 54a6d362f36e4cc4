package import Documents

/// Some rows of a collection, as many as the server chose to send at once.
///
/// A page may be empty while the collection goes on.
package struct Page<Element: DocumentView>: Sendable {
  package let items: [Element]
  /// Whether the collection goes on behind this page, on the server or behind the limit.
  package let hasMore: Bool

  package init(items: [Element], hasMore: Bool) {
    self.items = items
    self.hasMore = hasMore
  }
}
