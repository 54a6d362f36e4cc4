/// How well a name fits what was typed; the better comes first.
package enum NameTier: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// A name begins with it.
  case prefix
  /// A word inside a name begins with it.
  case wordPrefix
  /// It stands somewhere inside a name.
  case substring
  /// Its letters come in this order, with others between them.
  case subsequence

  package static func < (left: NameTier, right: NameTier) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// One entry that fits.
package struct NameMatch: Sendable, Hashable {
  package let id: String
  package let name: String
  package let detail: String
  package let note: String
  package let tier: NameTier
}

/// What a search found.
package struct NameMatches: Sendable, Hashable {
  /// The best matches: by tier, then those meant lately, those just stored, and by name.
  package let hits: [NameMatch]
  /// How many entries match in all.
  package let total: Int
  /// The tier of the best match; `nil` where nothing matches.
  package var tier: NameTier? { hits.first?.tier }
}
