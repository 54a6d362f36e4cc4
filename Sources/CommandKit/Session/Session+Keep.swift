package import Cache
import Foundation
package import Graph
import Identity

/// How what commands see gets into the cache. A cache that cannot be written is no reason to fail: it is
/// said once, by opening it, and the next command asks Graph again.
extension Session {
  package func keep(_ users: [User]) {
    store(entries(users), .people)
  }

  /// What the cache keeps of people.
  func entries(_ users: some Collection<User>) -> [CachedEntry] {
    let now = workspace.now()
    return users.map { CachedEntry($0, cachedAt: now) }
  }

  /// Keeps a whole list in the place of the one before.
  func keep(_ batch: EntryBatch, _ kind: CacheKind, followed: FollowedList?) {
    try? cache?.store(batch, kind: kind, isComplete: true, at: workspace.now(), followed: followed)
  }

  package func keep(
    _ teams: [Team], isComplete: Bool = false, followed: FollowedList? = nil
  ) {
    store(
      teams.map { CachedEntry($0, cachedAt: workspace.now()) }, .teams, isComplete: isComplete,
      followed: followed)
  }

  package func keep(_ channels: [Channel], of team: String, isComplete: Bool = false) {
    store(
      channels.map { CachedEntry($0, team: team, cachedAt: workspace.now()) }, .channels,
      container: team, isComplete: isComplete)
  }

  package func keep(_ chats: [Chat], isComplete: Bool = false) {
    let me = workspace.identities[.person]?.claims.objectID
    store(
      chats.map { CachedEntry($0, me: me, cachedAt: workspace.now()) }, .chats,
      isComplete: isComplete)
  }

  /// Keeps a chat that was just made: the answer to that tells nobody's name.
  package func keep(_ chat: Chat, called name: String, with members: [Named]) {
    let isNamed = chat.topic?.isEmpty == false
    let names = members.map(\.name).joined(separator: ", ")
    store(
      [
        CachedEntry(
          kind: .chats, id: chat.id, name: name, detail: chat.chatType ?? "",
          note: isNamed ? names : "", alternates: isNamed ? [names] : [],
          cachedAt: workspace.now())
      ], .chats)
  }

  /// Gives a thing that is kept its new name.
  package func keep(_ kind: CacheKind, in container: String? = nil, renamed thing: Named) {
    guard let old = try? cache?.entry(kind, id: thing.id), old.container == container else {
      return
    }
    store(
      [
        CachedEntry(
          kind: kind, container: container, id: thing.id, name: thing.name, detail: old.detail,
          note: old.note, alternates: old.alternates, cachedAt: workspace.now())
      ], kind, container: container)
  }

  /// Keeps the members of a place; all of them unless said otherwise.
  package func keep(_ members: [ConversationMember], of place: Place, isComplete: Bool = true) {
    guard let key = place.cacheKey else { return }
    store(
      members.map { CachedEntry($0, place: key, cachedAt: workspace.now()) }, .members,
      container: key, isComplete: isComplete)
  }

  /// Remembers that somebody at the prompt meant a thing, which completion then offers first.
  func noteUse(of id: String, _ kind: CacheKind, container: String? = nil) {
    guard call.io.isInteractive else { return }
    try? cache?.noteUse(of: id, kind, container: container, at: workspace.now())
  }

  /// Forgets a thing that was deleted or removed.
  package func forget(_ kind: CacheKind, in container: String? = nil, id: String) {
    try? cache?.remove(kind, container: container, id: id)
  }

  func forget(_ row: Call.CacheRow) {
    forget(row.kind, in: row.container, id: row.id)
  }

  private func store(
    _ entries: [CachedEntry], _ kind: CacheKind, container: String? = nil,
    isComplete: Bool = false, followed: FollowedList? = nil
  ) {
    guard isComplete || !entries.isEmpty else { return }
    try? cache?.store(
      entries, kind: kind, container: container, isComplete: isComplete, at: workspace.now(),
      followed: followed)
  }

  /// What people call a chat: its topic, or the names of those who are in it besides oneself.
  package func title(of chat: Chat) -> String {
    let me = workspace.identities[.person]?.claims.objectID
    let name = CachedEntry(chat, me: me, cachedAt: workspace.now()).name
    return name.isEmpty ? chat.id : name
  }
}
