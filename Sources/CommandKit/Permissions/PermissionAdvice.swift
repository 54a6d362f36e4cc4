import Identity

/// What an identity lacks for a command, as far as its token shows, and who else could run it.
package struct PermissionAdvice: Sendable, Hashable {
  /// What it is lacking for: the command's own requests, or the look-up of a name.
  package enum Purpose: Sendable, Hashable {
    case command
    case lookup(CommandError.Kind)
  }

  package let command: String
  package let purpose: Purpose
  package let kind: IdentityKind
  package let missing: [String]
  /// Whether the token was handed over ready.
  package let isReady: Bool
  /// Other identities that are signed in and lack nothing.
  package let held: [IdentityKind]
  /// Other identities that could do it and are not signed in.
  package let possible: [IdentityKind]

  /// Compares what is needed with what the token shows; `nil` where nothing is missing, or it cannot be read.
  ///
  /// - Parameters:
  ///   - command: The command's name.
  ///   - purpose: What it is needed for.
  ///   - needs: The permissions that a kind of identity needs; `nil` where it cannot do it.
  ///   - identity: The identity that will be taken.
  ///   - identities: All that are signed in.
  package init?(
    command: String, purpose: Purpose = .command, needs: (IdentityKind) -> [String]?,
    identity: SignedIn, among identities: [IdentityKind: SignedIn]
  ) {
    guard identity.claims.isReadable, let needed = needs(identity.kind) else { return nil }
    let missing = PermissionName.missing(needed, from: identity.granted)
    guard !missing.isEmpty else { return nil }
    self.command = command
    self.purpose = purpose
    self.missing = missing
    kind = identity.kind
    isReady = identity.isReady
    let others = Others(to: identity.kind, needs: needs, among: identities)
    held = others.held
    possible = others.possible
  }

  /// The identities beside one that could do something.
  package struct Others: Sendable, Hashable {
    package let held: [IdentityKind]
    package let possible: [IdentityKind]

    package init(
      to kind: IdentityKind, needs: (IdentityKind) -> [String]?,
      among identities: [IdentityKind: SignedIn]
    ) {
      var held: [IdentityKind] = []
      var possible: [IdentityKind] = []
      for other in IdentityKind.allCases where other != kind {
        guard let needed = needs(other) else { continue }
        guard let identity = identities[other] else {
          possible.append(other)
          continue
        }
        if PermissionName.missing(needed, from: identity.granted).isEmpty { held.append(other) }
      }
      self.held = held
      self.possible = possible
    }
  }
}

/// A 403, with what the command needs and what the sign-in holds.
package struct PermissionFailure: Error, Sendable {
  /// What is known to help where no permission is missing.
  package enum Cure: Sendable, Hashable {
    /// Teams lets an app see people's meetings only by a policy of its own.
    case meetingPolicy(app: String)
    /// A person may touch their own meetings only.
    case ownMeetingsOnly
    /// It is a request of one's own making, of which this shell does not know what it needs.
    case unknownNeed
  }

  package let command: String
  package let missing: [String]
  /// What the token grants; `nil` where it cannot be read.
  package let held: [String]?
  package let kind: IdentityKind
  package let underlying: any Error
  /// Other identities that are signed in and lack nothing.
  package var others: [IdentityKind] = []
  /// Whether the token was handed over ready.
  package var isReady = false
  package var cure: Cure?

  package init(
    command: String, missing: [String], held: [String]?, kind: IdentityKind,
    underlying: any Error, others: [IdentityKind] = [], isReady: Bool = false, cure: Cure? = nil
  ) {
    self.command = command
    self.missing = missing
    self.held = held
    self.kind = kind
    self.underlying = underlying
    self.others = others
    self.isReady = isReady
    self.cure = cure
  }
}
