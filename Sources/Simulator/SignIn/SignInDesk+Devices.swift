import HTTPTypes

extension SignInDesk {
  /// Begins a sign-in that a person will approve elsewhere.
  func deviceCode(_ visit: Visit) async throws -> Answer {
    let fields = FormFields(visit.body)
    let client = try client(fields)
    let scope = try fields.required("scope")
    _ = try ScopeSet(scope)
    let now = tenant.now
    let issued = try await tenant.write { db in
      try DeviceCode.issue(db, client: client, scopes: scope, at: now)
    }
    let page = "\(visit.origin)/devicelogin"
    return .ok([
      "user_code": .string(issued.userCode), "device_code": .string(issued.code),
      "verification_uri": .string(page), "expires_in": .number(DeviceCode.lifetime),
      "interval": .number(pollingInterval),
      "message": .string(
        "To sign in, use a web browser to open the page \(page) and enter the code "
          + "\(issued.userCode) to authenticate."),
    ])
  }

  /// The page and its form: code and account, then the second factor, then the decision.
  ///
  /// A browser posts each in turn, and a form with all fields is answered at once.
  func devicePage(_ visit: Visit) async throws -> Answer {
    guard visit.method == .post else {
      let code = visit.query["user_code"] ?? ""
      return .page(DevicePage.entry(userCode: code, account: "", complaint: nil))
    }
    let fields = FormFields(visit.body)
    let code = fields["user_code"] ?? ""
    let account = fields["account"] ?? ""
    let now = tenant.now
    let found = try await tenant.read { db in
      (try DeviceCode.waiting(db, userCode: code, at: now), try Person.find(db, account))
    }
    func complain(_ sentence: String) -> Answer {
      .page(
        DevicePage.entry(userCode: code, account: account, complaint: sentence),
        status: .badRequest)
    }
    guard let device = found.0 else {
      let isDecided = try await tenant.read { db in try DeviceCode.isDecided(db, userCode: code) }
      let number =
        visit.body.isEmpty ? 90_121 : code.isEmpty ? 90_119 : isDecided ? 90_120 : 70_018
      return complain("That code didn't work. Check the code and try again. (AADSTS\(number))")
    }
    guard let person = found.1 else {
      return complain(complaint(aboutUnknown: account))
    }
    guard person.isEnabled else {
      return complain("Your account is disabled. (AADSTS50057)")
    }
    var remembered = [("user_code", code), ("account", person.upn)]
    switch try await admission(
      of: person, to: device.client, isStrong: fields["proof"] != nil, byDevice: true)
    {
    case .admitted: break
    case .refused(let failure): return complain(failure.description(at: now))
    case .needsProof(_, let isRegistered):
      return .page(DevicePage.proof(remembered, isRegistered: isRegistered))
    }
    if let proof = fields["proof"] {
      remembered.append(("proof", proof))
      try await tenant.write { db in try StrongMethods.register(db, person) }
    }
    let signIn = SignIn(
      person: person, client: device.client, at: now, isStrong: fields["proof"] != nil)
    return try await decide(fields["decision"], device, signIn, remembered, complain)
  }

  private func decide(
    _ decision: String?, _ device: DeviceCode, _ signIn: SignIn, _ remembered: [(String, String)],
    _ complain: (String) -> Answer
  ) async throws -> Answer {
    let scopes = try ScopeSet(device.scopes)
    let person = signIn.person
    switch decision {
    case "approve":
      let ungranted = try await ungranted(scopes, signIn)
      guard person.isAdministrator || ungranted.restricted.isEmpty else {
        let names = ungranted.restricted.joined(separator: ", ")
        return complain("Need admin approval for \(names). (AADSTS90094)")
      }
      try await tenant.write { db in
        try Consents.add(
          db, ungranted.permissions, client: device.client, person: person.id)
        try device.decide(db, .approved, by: signIn)
      }
      return .page(
        DevicePage.done(
          "You have signed in to the \(tenant.profile.appName) application on your device. "
            + "You may now close this window."))
    case "decline":
      try await tenant.write { db in try device.decide(db, .declined, by: signIn) }
      return .page(DevicePage.done("You declined. Nothing was granted."))
    default:
      return .page(
        DevicePage.consent(
          remembered, account: person, app: tenant.profile.appName,
          permissions: scopes.permissions))
    }
  }
}
