package import Cache
package import Graph
import Identity
import Output

/// What one command is given: the tenant, the place, the person to ask, and how it was called.
package struct Session: Sendable {
  package let workspace: Workspace
  /// How this command was called.
  package let call: Call

  package init(workspace: Workspace, call: Call) {
    self.workspace = workspace
    self.call = call
  }

  package var place: Place { workspace.place }
  package var cache: TenantCache? { workspace.cache }

  /// The identity that this command uses: the one asked for with `--as`, else a person before an app.
  ///
  /// Where nobody is signed in yet, a person at the terminal is signed in now. Another identity is
  /// never tried after a refusal.
  ///
  /// - Throws: ``CommandError`` when no identity that the command can use is held.
  package func identity() async throws -> SignedIn {
    if let held = heldIdentity { return held }
    guard workspace.identities.isEmpty else {
      throw CommandError(
        .identityMissing(
          needed: call.permissions.allowsApp
            ? [workspace.configuration.identity?.rawValue ?? "person"] : ["person"],
          held: workspace.identities.keys.map(\.rawValue).sorted(), command: call.command))
    }
    return try await SignIn(workspace: workspace).automatic(isInteractive: call.io.isInteractive)
  }

  /// Every identity held; takes up what needs nobody, such as a ready token, where none is.
  ///
  /// - Throws: ``CommandError`` when nobody is signed in.
  package func identities() async throws -> [IdentityKind: SignedIn] {
    if workspace.identities.isEmpty {
      guard try await SignIn(workspace: workspace).prepared() != nil else {
        throw CommandError(.notSignedIn)
      }
    }
    return workspace.identities
  }

  /// The identity that this command would use, where it is signed in already.
  var heldIdentity: SignedIn? {
    let wanted: [IdentityKind] = workspace.configuration.identity.map { [$0] } ?? [.person, .app]
    return wanted.filter { $0 == .person || call.permissions.allowsApp }
      .lazy.compactMap { workspace.identities[$0] }.first
  }

  /// The way to Graph, as the identity that this command uses.
  package var graph: GraphClient {
    get async throws {
      let identity = try await identity()
      warnOfMissingPermissions(identity)
      return workspace.graph(as: identity)
    }
  }

  /// Says once what the token lacks; it is sent all the same, for consents that a token does not show.
  private func warnOfMissingPermissions(_ identity: SignedIn) {
    guard identity.claims.isReadable else { return }
    guard let need = call.permissions.requirement(at: call.placeKind ?? place.kind) else { return }
    let needed = identity.kind == .person ? need.person : need.app ?? []
    let missing = PermissionName.missing(needed, from: identity.granted)
      .filter { workspace.isFirstWarning(of: $0) }
    guard !missing.isEmpty else { return }
    tell(
      "\(call.command) needs \(missing.joined(separator: ", ")), which this sign-in does not show. "
        + "See: permissions check")
  }

  /// Says something beside the output.
  package func tell(_ text: String) {
    workspace.tell(text)
  }

  /// Asks before something is taken away; returns when it may be.
  ///
  /// `--yes` and `--dry-run` answer by themselves. Whoever calls a command where nobody can answer was
  /// turned away before it ran.
  ///
  /// - Throws: ``CommandError`` with `declined` for any other answer than yes.
  package func confirm(_ question: String) async throws {
    if call.assumesYes || call.isDryRun { return }
    guard let questioner = workspace.questioner else {
      throw CommandError(.notConfirmed(command: call.command))
    }
    let answer = await questioner.ask("\(HostileText.visible(question)) [y/N] ")
    guard ["y", "yes"].contains(answer?.lowercased() ?? "") else {
      throw CommandError(.declined)
    }
  }
}

extension Workspace {
  /// A client that sends as one identity.
  package func graph(as identity: SignedIn) -> GraphClient {
    GraphClient(
      authority: configuration.graphRoot, tokens: identity.tokens, transport: transport,
      logger: logger)
  }
}
