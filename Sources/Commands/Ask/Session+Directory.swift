package import CommandKit
import Graph

/// What the directory says of one person.
package struct DirectoryEntry: Sendable, Hashable {
  package let name: String?
  /// The mail address, or else the name that they sign in with.
  package let mail: String?
}

extension Session {
  /// Looks up who has an id in Entra ID, as whoever is signed in that can.
  ///
  /// - Returns: `nil` where nobody has it.
  package func directoryEntry(of id: String) async throws -> DirectoryEntry? {
    let user: User? = try await readIfThere(
      .get("/users/\(id)", ["$select": "id,displayName,mail,userPrincipalName"]))
    return user.map { DirectoryEntry(name: $0.displayName, mail: $0.mail ?? $0.userPrincipalName) }
  }
}
