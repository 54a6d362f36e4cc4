import Cache
import Documents
import Foundation
import Graph
import Identity

/// A collection of the directory whose changes keep a list of the cache right.
struct CacheFeed<Item: DocumentView>: Sendable {
  let kind: CacheKind
  let request: GraphRequest<Item>
  /// Permissions of which one is enough.
  ///
  /// Unlike those for reading the list, no person can give them without an administrator: where they are
  /// missing the list is read anew when it is old.
  let permissions: [String]
  /// What some changes mean.
  let sync: @Sendable ([GraphChange<Item>], TenantCache, Date) throws(CacheError) -> DeltaSync
  /// Reads one thing of which too little was told.
  let reading: @Sendable (String) -> GraphRequest<JSON>
  let entry: @Sendable (JSON, Date) -> CachedEntry

  /// Whether an identity may follow the collection, as far as its token shows.
  func isOpen(to identity: SignedIn) -> Bool {
    guard identity.claims.isReadable else { return true }
    return permissions.contains {
      PermissionName.missing([$0], from: identity.granted).isEmpty
    }
  }

  /// The request that skips everything there is, and tells only where later changes are told.
  var beginning: GraphRequest<Item> {
    var request = request
    request.query.append(GraphQuery(name: "$deltatoken", value: "latest"))
    return request
  }
}

extension CacheFeed<User> {
  static var people: Self {
    CacheFeed(
      kind: .people,
      request: .get("/users/delta", ["$select": "displayName,userPrincipalName,mail,jobTitle"]),
      permissions: ["User.Read.All", "Directory.Read.All"],
      sync: { changes, _, date throws(CacheError) in DeltaSync(changes, at: date) },
      reading: { .get("/users/\($0)", ["$select": Session.personFields]) },
      entry: { CachedEntry(User(document: $0), cachedAt: $1) })
  }
}

extension CacheFeed<Group> {
  /// Teams have no feed of their own; a team is a group, of the same id and name.
  static var teams: Self {
    CacheFeed(
      kind: .teams,
      request: .get("/groups/delta", ["$select": "displayName,resourceProvisioningOptions"]),
      permissions: ["Group.ReadBasic.All", "GroupMember.Read.All", "Directory.Read.All"],
      sync: { changes, cache, date throws(CacheError) in
        try DeltaSync(changes, at: date) { id throws(CacheError) in try cache.entry(.teams, id: id)
        }
      },
      reading: { .get("/teams/\($0)") },
      entry: { CachedEntry(Team(document: $0), cachedAt: $1) })
  }
}
