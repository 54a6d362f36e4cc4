import Cache
import Graph

/// A person found, with the names they go by.
package struct FoundPerson: Sendable, Hashable {
  package let named: Named
  let principalName: String
  let mail: String
  let title: String
  /// Whether the directory says so; the cache does not know.
  package let isGuest: Bool

  init(_ user: User) {
    named = Named(id: user.id, name: user.displayName)
    principalName = user.userPrincipalName ?? ""
    mail = user.mail ?? ""
    title = user.jobTitle ?? ""
    isGuest = user.userType == "Guest"
  }

  /// Somebody of whom no more is known than the name.
  package init(_ named: Named) {
    self.named = named
    (principalName, mail, title, isGuest) = ("", "", "", false)
  }

  init(_ entry: CachedEntry) {
    named = Named(id: entry.id, name: entry.name)
    principalName = entry.detail
    mail = entry.alternates.first { $0.contains("@") && $0 != entry.detail } ?? ""
    title = entry.note
    isGuest = false
  }

  /// What tells two of one name apart.
  var detail: String { [principalName, title].filter { !$0.isEmpty }.joined(separator: "  ") }

  /// UPN, mail and display name; of a handle the parts before the `@`.
  func names(byHandle: Bool) -> [String] {
    guard byHandle else { return [named.name, principalName, mail] }
    return [principalName, mail].compactMap { $0.split(separator: "@").first.map(String.init) }
  }
}
