package import Foundation

/// What the cache keeps lists of.
package enum CacheKind: String, CaseIterable, Sendable {
  case people, teams, channels, chats, members
}

/// One thing of the tenant, as far as its name leads to it.
package struct CachedEntry: Sendable, Hashable {
  package let kind: CacheKind
  /// What it belongs to: the team of a channel, the place of a member; none for the rest.
  package let container: String?
  package let id: String
  package let name: String
  /// What tells two of the same name apart: a mail address, a kind of channel or chat.
  package let detail: String
  /// What else is worth saying of it, such as a job title; nobody is found by it.
  package let note: String
  /// Other names that lead here: user principal name, mail, the part before the `@`.
  package let alternates: [String]
  package let cachedAt: Date

  package init(
    kind: CacheKind, container: String? = nil, id: String, name: String, detail: String = "",
    note: String = "", alternates: [String] = [], cachedAt: Date
  ) {
    self.kind = kind
    self.container = container
    self.id = id
    self.name = name
    self.detail = detail
    self.note = note
    self.alternates = alternates
    self.cachedAt = cachedAt
  }
}

/// How much the cache knows of one list, and since when.
package struct CacheSummary: Sendable, Hashable {
  package let kind: CacheKind
  package let container: String?
  package let count: Int
  /// When the whole list was last stored; `nil` if only parts of it ever were.
  package let filledAt: Date?
}
