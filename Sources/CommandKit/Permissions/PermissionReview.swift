/// Whether one command can be run by what is signed in, as far as tokens show.
package struct PermissionReview: Sendable, Hashable {
  /// The command's name.
  package let command: String
  /// The identity that would run it.
  package let kind: IdentityKind
  /// Whether that identity is signed in.
  package let isHeld: Bool
  package let missing: [String]
  /// Other identities that are signed in and lack nothing.
  package let others: [IdentityKind]

  package var isCovered: Bool { isHeld && missing.isEmpty }

  /// Reviews the commands that make requests of their own.
  ///
  /// - Parameters:
  ///   - entries: The commands.
  ///   - identities: What is signed in.
  ///   - asked: The only identity to look at; `nil` for the one that each command would take.
  /// - Returns: A review for each of them, in their order.
  package static func all(
    of entries: [CatalogEntry], by identities: [IdentityKind: SignedIn],
    as asked: IdentityKind? = nil
  ) -> [PermissionReview] {
    entries.compactMap { entry in
      let needed = entry.type.permissions
      guard !needed.requirements.isEmpty else { return nil }
      let kinds = (asked.map { [$0] } ?? IdentityKind.allCases).filter(needed.allows)
      guard let kind = kinds.first(where: { identities[$0] != nil }) ?? kinds.first else {
        return nil
      }
      let identity = identities[kind]
      let others = PermissionAdvice.Others(
        to: kind, needs: { needed.allows($0) ? needed.all(of: $0) : nil }, among: identities)
      return PermissionReview(
        command: entry.name, kind: kind, isHeld: identity != nil,
        missing: PermissionName.missing(needed.all(of: kind), from: identity?.granted ?? []),
        others: others.held)
    }
  }
}
