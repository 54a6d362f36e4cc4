package import ArgumentParser
import Cache
package import CommandKit

/// Forgets who is signed in, in memory and in the keyring; and says what the cache still knows.
package struct Logout: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "logout", abstract: "Forget who is signed in.",
    discussion: """
      Forgets the person and the app of this session, or the one that --as names, and takes the person's \
      sign-in out of the kernel's keyring. Where nobody is signed in, every account that is remembered for \
      this tenant is forgotten.
      """)
  package static let effect = Effect.reads
  package static let examples = [
    Example("Sign out", "logout"),
    Example("Sign the app out and keep the person", "login --app; logout --as app"),
    Example("Forget what the cache knows, too", "logout --cache"),
  ]

  @Option(help: ArgumentHelp("Forget this remembered person only.", valueName: "account"))
  var account: Word?

  @Flag(help: "Clear the account's cache, too.")
  var cache = false

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let workspace = session.workspace
    let leaving = IdentityKind.allCases.compactMap { workspace.identities[$0] }.filter(isMeant)
      .filter { session.call.identity == nil || session.call.identity == $0.kind }
    var facts: [String] = []
    for identity in leaving {
      if let fact = try cacheFact(workspace.cache(of: identity), identity) { facts.append(fact) }
    }
    let forgotten = try forgetRemembered(leaving, session)
    guard !leaving.isEmpty || !forgotten.isEmpty else { throw CommandError(.notSignedIn) }
    // What is not held is not taken up by itself from now on either.
    let kinds = account == nil ? IdentityKind.allCases : leaving.map(\.kind)
    for kind in kinds where session.call.identity == nil || session.call.identity == kind {
      workspace.signOut(kind)
    }
    let others = forgotten.filter { name in !leaving.contains { $0.account == name } }
    if !others.isEmpty { facts.append("Forgotten: \(others.joined(separator: ", ")).") }
    return .done((["Signed out."] + facts).joined(separator: " "))
  }

  private func isMeant(_ identity: SignedIn) -> Bool {
    guard let account else { return true }
    return identity.kind == .person && identity.account.lowercased() == account.text.lowercased()
  }

  private func forgetRemembered(
    _ leaving: [SignedIn], _ session: Session
  ) throws -> [String] {
    let signIn = SignIn(workspace: session.workspace)
    if let account { return try signIn.forgetRemembered(account.text) }
    if let person = leaving.first(where: { $0.kind == .person }) {
      return try signIn.forgetRemembered(person.account)
    }
    return leaving.isEmpty && session.call.identity != .app ? try signIn.forgetRemembered() : []
  }

  /// Says what stays of the tenant on this machine, or that it is gone.
  private func cacheFact(_ known: TenantCache?, _ identity: SignedIn) throws -> String? {
    guard let known else { return nil }
    if cache {
      try known.clear(Set(CacheKind.allCases))
      return "The cache of \(identity.account) is empty now."
    }
    var counts: [CacheKind: Int] = [:]
    for part in try known.summary() { counts[part.kind, default: 0] += part.count }
    let parts = CacheKind.allCases.compactMap { kind in
      counts[kind].flatMap { $0 > 0 ? "\($0) \(kind.rawValue)" : nil }
    }
    guard !parts.isEmpty else { return nil }
    return "The cache of \(identity.account) keeps \(parts.joined(separator: ", "))."
  }
}
