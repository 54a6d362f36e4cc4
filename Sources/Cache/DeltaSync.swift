package import Foundation
package import Graph

/// What the changes of a followed list mean for what is remembered of it.
///
/// Decides only: ``TenantCache`` stores it. Of several changes to one thing the last one counts.
package struct DeltaSync: Sendable, Hashable {
  /// What to remember, by id.
  package private(set) var entries: [String: CachedEntry] = [:]
  /// The ids of what to forget.
  package private(set) var removed: Set<String> = []
  /// The ids of what is told too thinly to be remembered: these things are to be read one by one.
  package private(set) var unclear: Set<String> = []

  package init() {}

  /// Changes of people: a name, and addresses, without which nobody would be found by them.
  package init(_ changes: [GraphChange<User>], at date: Date) {
    for change in changes {
      switch change {
      case .removed(let id): remove(id)
      case .present(let user):
        let isTold = ["displayName", "userPrincipalName", "mail"].allSatisfy(user.tells)
        if isTold { put(CachedEntry(user, cachedAt: date)) } else { ask(user.id) }
      }
    }
  }

  /// Changes of groups, of which the teams are remembered.
  ///
  /// - Parameters:
  ///   - changes: The changes, which tell at least what changed.
  ///   - date: When they were told.
  ///   - held: The team of an id, where it is remembered.
  /// - Throws: What looking there throws.
  package init(
    _ changes: [GraphChange<Group>], at date: Date,
    held: (String) throws(CacheError) -> CachedEntry?
  ) throws(CacheError) {
    for change in changes {
      switch change {
      case .removed(let id): remove(id)
      case .present(let group):
        let team = if let told = entries[group.id] { told } else { try held(group.id) }
        let isTeam =
          group.tells("resourceProvisioningOptions")
          ? group.isTeam : team != nil || unclear.contains(group.id)
        let name = group.tells("displayName") ? group.displayName : team?.name
        switch (isTeam, name) {
        case (false, _):
          remove(group.id)
        case (true, nil):
          ask(group.id)
        case (true, let name?):
          put(
            CachedEntry(
              kind: .teams, id: group.id, name: name, detail: team?.detail ?? "",
              note: team?.note ?? "", cachedAt: date))
        }
      }
    }
  }

  /// Whether nothing changed.
  package var isEmpty: Bool { entries.isEmpty && removed.isEmpty && unclear.isEmpty }

  /// A thing as it is now.
  package mutating func put(_ entry: CachedEntry) {
    forget(entry.id)
    entries[entry.id] = entry
  }

  /// A thing that is not there any more.
  package mutating func remove(_ id: String) {
    forget(id)
    removed.insert(id)
  }

  private mutating func ask(_ id: String) {
    forget(id)
    unclear.insert(id)
  }

  private mutating func forget(_ id: String) {
    entries[id] = nil
    removed.remove(id)
    unclear.remove(id)
  }
}
