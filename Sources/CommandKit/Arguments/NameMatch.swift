import Cache

/// Which of several things a typed name means.
enum NameMatch<Item: Sendable>: Sendable {
  /// One thing; exact when its id or a name of it was typed letter for letter.
  case one(Item, isExact: Bool)
  case several([Item])
  case none

  /// Exact ids and names come first, then names without regard to case and accents.
  ///
  /// - Parameters:
  ///   - typed: The text to find.
  ///   - items: What there is.
  ///   - id: The id of one.
  ///   - names: The names that one goes by; a person by display name, UPN and mail.
  init(
    _ typed: String, among items: [Item], id: (Item) -> String, names: (Item) -> [String]
  ) {
    let exact = items.filter { id($0) == typed || names($0).contains(typed) }
    if let only = exact.first {
      self = exact.count == 1 ? .one(only, isExact: true) : .several(exact)
      return
    }
    let folded = NameFolding.fold(typed)
    let close = items.filter { item in names(item).contains { NameFolding.fold($0) == folded } }
    guard let only = close.first else {
      self = .none
      return
    }
    self = close.count == 1 ? .one(only, isExact: false) : .several(close)
  }
}
