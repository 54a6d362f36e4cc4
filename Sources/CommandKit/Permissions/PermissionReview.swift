/// Whether one command can be run by what is signed in, as far as tokens show.
package struct PermissionReview: Sendable, Hashable {
  /// One of the command's needs, and how much of it is there.
  package struct Part: Sendable, Hashable {
    package let need: Permissions.Requirement
    /// What is missing; `nil` where the identity cannot do it, with whatever permission.
    package let missing: [String]?

    init(_ need: Permissions.Requirement, of kind: IdentityKind, holding granted: [String]) {
      self.need = need
      missing = need.permissions(of: kind).map { PermissionName.missing($0, from: granted) }
    }
  }

  /// The command's name.
  package let command: String
  /// The identity that would run it.
  package let kind: IdentityKind
  /// Whether that identity is signed in.
  package let isHeld: Bool
  /// What every call needs, by the kind of place where that differs.
  package let always: [Part]
  /// What only some calls need besides, as those with an option do: the command works without it.
  package let occasional: [Part]
  /// Other identities that are signed in and lack nothing.
  package let others: [IdentityKind]

  /// What is missing in some kind of place, whatever the options.
  package var missing: [String] { Permissions.unique(always.flatMap { $0.missing ?? [] }) }

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
      let part = { Part($0, of: kind, holding: identity?.granted ?? []) }
      let others = PermissionAdvice.Others(
        to: kind, needs: { needed.allows($0) ? needed.always(of: $0) : nil }, among: identities)
      return PermissionReview(
        command: entry.name, kind: kind, isHeld: identity != nil,
        always: needed.always.map(part), occasional: needed.occasional.map(part),
        others: others.held)
    }
  }
}
