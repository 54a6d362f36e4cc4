import GRDB

/// What the tenant's policies demand of sign-ins.
///
/// Policies are documents as Graph's `/identity/conditionalAccess/policies` has them. Those that are
/// `enabled` and whose conditions name the person and the app count; of their controls, `block`,
/// `mfa`, `compliantDevice` and `domainJoinedDevice` do. A policy for authentication contexts counts
/// where one of them is asked for.
enum ConditionalAccess {
  /// Whether a person may go on.
  enum Verdict: Sendable {
    case admitted
    case refused(TokenFailure)
    /// Only after a second factor, which the person has or has yet to set up.
    case needsProof(TokenFailure, isRegistered: Bool)
  }

  static func verdict(
    _ db: Database, on person: Person, client: String, contexts: [String], isStrong: Bool,
    byDevice: Bool
  ) throws -> Verdict {
    let demands = try policies(db).filter {
      applies($0, to: person, client: client, contexts: contexts, byDevice: byDevice)
    }
    for policy in demands {
      if let failure = refusal(policy, byDevice: byDevice) { return .refused(failure) }
    }
    guard !isStrong, let policy = demands.first(where: { controls($0).contains("mfa") }) else {
      return .admitted
    }
    let isRegistered = try StrongMethods.has(db, person)
    let id = policy["id"]?.string ?? ""
    return .needsProof(
      isRegistered ? .needsSecondFactor(policy: id) : .needsRegistration(policy: id),
      isRegistered: isRegistered)
  }

  /// Refuses a sign-in that the policies of this moment do not admit.
  static func check(_ db: Database, _ signIn: SignIn, contexts: [String]) throws {
    switch try verdict(
      db, on: signIn.person, client: signIn.client, contexts: contexts,
      isStrong: signIn.isStrong, byDevice: false)
    {
    case .admitted: return
    case .refused(let failure), .needsProof(let failure, _): throw failure
    }
  }

  private static func policies(_ db: Database) throws -> [Document] {
    try String.fetchAll(db, sql: "SELECT document FROM accessPolicies ORDER BY seq")
      .map { try DocumentParser.parse($0) }
      .filter { $0["state"]?.string == "enabled" }
  }

  private static func applies(
    _ policy: Document, to person: Person, client: String, contexts: [String], byDevice: Bool
  ) -> Bool {
    let conditions = policy["conditions"]
    let users = conditions?["users"]
    let apps = conditions?["applications"]
    let own: Set<String> = [client, "00000003-0000-0000-c000-000000000000", "office365"]
    func names(_ list: Document?, _ key: String) -> [String] {
      (list?[key]?.array ?? []).compactMap { $0.string?.lowercased() }
    }
    let isForPerson =
      names(users, "includeUsers").contains { $0 == "all" || $0 == person.id }
      && !names(users, "excludeUsers").contains(person.id)
    let guarded = names(apps, "includeAuthenticationContextClassReferences")
    let isForApp =
      guarded.isEmpty
      ? names(apps, "includeApplications").contains { $0 == "all" || own.contains($0) }
      : guarded.contains(where: contexts.contains)
    let isExcluded = names(apps, "excludeApplications").contains(where: own.contains)
    let flow = conditions?["authenticationFlows"]?["transferMethods"]?.string
    let isForFlow = flow.map { byDevice && $0.contains("deviceCodeFlow") } ?? true
    return isForPerson && isForApp && !isExcluded && isForFlow
  }

  private static func controls(_ policy: Document) -> [String] {
    (policy["grantControls"]?["builtInControls"]?.array ?? []).compactMap(\.string)
  }

  /// The refusal of a policy that nothing on the page can satisfy: a browser here has no device.
  private static func refusal(_ policy: Document, byDevice: Bool) -> TokenFailure? {
    let controls = controls(policy)
    let id = policy["id"]?.string ?? ""
    if controls.contains("block") {
      let isFlow = policy["conditions"]?["authenticationFlows"]?["transferMethods"] != nil
      return isFlow ? .blockedFlow(policy: id) : .blocked(policy: id)
    }
    let isAny = policy["grantControls"]?["operator"]?.string != "AND"
    if isAny, controls.contains("mfa") { return nil }
    if controls.contains("compliantDevice") { return .needsCompliantDevice(policy: id) }
    if controls.contains("domainJoinedDevice") { return .needsJoinedDevice(policy: id) }
    return nil
  }
}

/// Who has set up a second factor.
enum StrongMethods {
  static func has(_ db: Database, _ person: Person) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM strongMethods WHERE person = ?)",
      arguments: [person.id]) ?? false
  }

  static func register(_ db: Database, _ person: Person) throws {
    try db.execute(sql: "INSERT OR IGNORE INTO strongMethods VALUES (?)", arguments: [person.id])
  }
}
