import Graph
import Identity
import Synchronization

/// What is said of permissions before a request, and after a refusal.
extension Session {
  /// Says once for each command what the token lacks; it is sent all the same, for consents that a token
  /// does not show.
  ///
  /// While a name is looked up, the place that the command will work in need not be known yet: then only
  /// the look-up's own permissions count.
  func advise(_ identity: SignedIn) {
    guard !call.isLookingUp else { return }
    advise(identity, for: .command, call.requirement(at: place.kind))
  }

  /// Asks Graph what a name stands for, which needs the look-up's permissions and not the command's.
  ///
  /// - Parameters:
  ///   - kind: What is looked up.
  ///   - need: What that needs; `nil` where the command's own permissions are for it.
  ///   - body: Asks.
  /// - Returns: What was found.
  /// - Throws: Whatever the body throws.
  package func lookingUp<Value>(
    _ kind: CommandError.Kind, _ need: Permissions.Requirement?,
    _ body: () async throws -> Value
  ) async throws -> Value {
    guard let need else { return try await body() }
    advise(try await identity(), for: .lookup(kind), need)
    return try await call.lookingUp(need, body)
  }

  private func advise(
    _ identity: SignedIn, for purpose: PermissionAdvice.Purpose, _ need: Permissions.Requirement?
  ) {
    guard identity.claims.isReadable, !isQuiet, workspace.settings.warnsOfPermissions, let need
    else { return }
    let what = if case .lookup(let kind) = purpose { kind.rawValue } else { call.command }
    guard workspace.isFirstAdvice(on: what, need, to: identity.kind) else { return }
    let advice = PermissionAdvice(
      command: call.command, purpose: purpose, needs: need.permissions(of:), identity: identity,
      among: workspace.identities)
    guard let advice else { return }
    let (isNew, isFurther) = call.note(missing: advice.missing)
    if isNew { tell(Failure.warning(advice, isFurther: isFurther)) }
  }

  /// A refusal with what is known of the permissions behind it.
  func permissionFailure(_ error: GraphError) -> any Error {
    guard let identity = heldIdentity else { return error }
    let place = call.placeKind ?? place.kind
    let needs = { (kind: IdentityKind) -> [String]? in
      let own =
        call.permissions.requirements.isEmpty
        ? [] : call.requirement(at: place)?.permissions(of: kind)
      let refused = call.lookups(refusedBy: error).flatMap { $0.permissions(of: kind) ?? [] }
      return own.map { Permissions.unique($0 + refused) }
    }
    let needed = needs(identity.kind) ?? []
    var missing = PermissionName.missing(needed, from: identity.granted)
    if missing.isEmpty { missing = Array(error.missingPermissions.prefix(1)) }
    // A request of one's own making needs what it needs, whoever sends it.
    let others =
      needed.isEmpty
      ? []
      : PermissionAdvice.Others(to: identity.kind, needs: needs, among: workspace.identities).held
    return PermissionFailure(
      command: call.command, missing: missing,
      held: identity.claims.isReadable ? identity.granted : nil, kind: identity.kind,
      underlying: error, others: others, isReady: identity.isReady,
      cure: !missing.isEmpty
        ? nil : needed.isEmpty ? .unknownNeed : Self.cure(for: error, identity))
  }

  private static func cure(
    for error: GraphError, _ identity: SignedIn
  ) -> PermissionFailure.Cure? {
    guard error.template.hasPrefix("/users/{}/onlineMeetings") else { return nil }
    return identity.kind == .app
      ? .meetingPolicy(app: identity.claims.appID ?? "APP-ID") : .ownMeetingsOnly
  }
}

extension Workspace {
  /// Whether an identity's permissions for something are looked at for the first time since the sign-in.
  func isFirstAdvice(
    on what: String, _ need: Permissions.Requirement, to kind: IdentityKind
  ) -> Bool {
    let names = need.permissions(of: kind) ?? []
    let key = ([kind.rawValue, what] + names).joined(separator: " ")
    return state.withLock { $0.advised.insert(key).inserted }
  }
}
