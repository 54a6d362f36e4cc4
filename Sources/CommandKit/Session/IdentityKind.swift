import ArgumentParser
package import Identity

/// As whom a request is sent, in the order in which a command takes what is held.
package enum IdentityKind: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// A person who signed in: delegated permissions.
  case person
  /// An app by itself: application permissions.
  case app
  /// A bot, which speaks to the Bot connector and never to Graph.
  case bot
}

/// An identity that a session holds, with what renews its tokens.
package struct SignedIn: Sendable {
  package let kind: IdentityKind
  package let tokens: any TokenProvider
  package let claims: TokenClaims
  /// Whether the next start of this shell finds it, too.
  package let isRemembered: Bool
  /// Whether the token was handed over ready, so that no wish to the sign-in service changes what it grants.
  package let isReady: Bool
  /// The secret that a bot was signed in with, where no file holds it: its endpoint needs it as well.
  package var secret: Secret?

  package init(
    kind: IdentityKind, tokens: any TokenProvider, claims: TokenClaims,
    isRemembered: Bool = false, isReady: Bool = false
  ) {
    self.kind = kind
    self.tokens = tokens
    self.claims = claims
    self.isRemembered = isRemembered
    self.isReady = isReady
  }

  /// The name that the prompt, the journal and `whoami` show: a UPN, or an app's id.
  package var account: String {
    claims.userPrincipalName ?? claims.name ?? claims.appID ?? claims.objectID ?? "unknown"
  }

  /// What the token grants: scopes for a person, roles for an app.
  package var granted: [String] {
    switch kind {
    case .person: claims.scopes
    case .app: claims.roles
    case .bot: []
    }
  }
}
