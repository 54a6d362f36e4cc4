import CommandKit
import Output

/// The one line that a session at a prompt begins with.
struct Greeting: Sendable, Hashable {
  let text: String

  /// Makes it of who is signed in; `nil` where nobody is, which is said in other words.
  init?(_ identities: [IdentityKind: SignedIn]) {
    guard let identity = identities[.person] ?? identities[.app] else { return nil }
    self.init(account: identity.account, kind: identity.kind)
  }

  init(account: String, kind: IdentityKind) {
    let name = HostileText.visible(account)
    let who = kind == .person ? name : "the \(kind.rawValue) \(name)"
    text = "Signed in as \(who). Type help to begin; Tab completes, exit leaves."
  }
}
