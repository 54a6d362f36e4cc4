package import Documents

/// Some rows of a collection, as many as the server chose to send at once.
///
/// A page may be empty while the collection goes on.
package struct Page<Element: DocumentView>: Sendable {
  package let items: [Element]
  /// Whether the collection goes on behind this page, on the server or behind the limit.
  package let hasMore: Bool
  /// The link to what follows the last item here; ``GraphClient`` takes it, also in another session.
  package let nextLink: String?
  /// The page's own address.
  package let address: String?

  package init(
    items: [Element], hasMore: Bool, nextLink: String? = nil, address: String? = nil
  ) {
    self.items = items
    self.hasMore = hasMore
    self.nextLink = nextLink
    self.address = address
  }

  /// The link to what follows one of its items, by the item's id.
  package static func link(_ address: String, after id: String) -> String {
    PageLink.text(address, after: id)
  }
}
