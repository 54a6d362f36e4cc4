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

  /// The same for the look-up of a name at Graph.
  func advise(ofLookingUp kind: CommandError.Kind, _ identity: SignedIn) {
    advise(identity, for: .lookup(kind), kind.lookupPermissions?.requirement(at: place.kind))
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
    if let advice { tell(Failure.warning(advice)) }
  }

  /// A refusal with what is known of the permissions behind it.
  func permissionFailure(_ error: GraphError) -> any Error {
    guard let identity = heldIdentity else { return error }
    let place = call.placeKind ?? place.kind
    let needs = { (kind: IdentityKind) -> [String]? in
      let own =
        call.permissions.requirements.isEmpty
        ? [] : call.requirement(at: place)?.permissions(of: kind)
      let lookups = call.lookups.flatMap { lookup in
        lookup.lookupPermissions?.requirement(at: place)?.permissions(of: kind) ?? []
      }
      return own.map { Permissions.unique($0 + lookups) }
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
      command: call.command, missing: missing, held: identity.granted, kind: identity.kind,
      underlying: error, others: others,
      cure: missing.isEmpty ? Self.cure(for: error, identity) : nil)
  }

  private static func cure(
    for error: GraphError, _ identity: SignedIn
  ) -> PermissionFailure.Cure? {
    guard error.template.hasPrefix("/users/{}/onlineMeetings") else { return nil }
    return identity.kind == .app
      ? .meetingPolicy(app: identity.claims.appID ?? "APP-ID") : .ownMeetingsOnly
  }
}

extension CommandError.Kind {
  /// What looking up a thing of that kind needs.
  var lookupPermissions: Permissions? {
    switch self {
    case .team: TeamReference.permissions
    case .channel: ChannelReference.permissions
    case .person: PersonReference.permissions
    case .member: MemberReference.permissions
    case .chat: ChatReference.permissions
    case .meeting: MeetingReference.permissions
    // Where an app is looked for, in the catalogue or among the installed ones, differs by command.
    case .app, .message, .pin, .place, .command, .deed, .line: nil
    }
  }
}

extension Workspace {
  /// Whether an identity's permissions for something are looked at for the first time since the sign-in.
  func isFirstAdvice(
    on what: String, _ need: Permissions.Requirement, to kind: IdentityKind
  ) -> Bool {
    let key = "\(kind.rawValue) \(what) \(need.place?.rawValue ?? "")"
    return state.withLock { $0.advised.insert(key).inserted }
  }
}
