import HTTPTypes

extension SignInDesk {
  /// The description of the endpoints, which clients read first.
  func discovery(_ name: String, _ origin: String) -> Document {
    let id = tenant.profile.id
    let segment = name == "common" || name == "organizations" ? name : id
    let base = "\(origin)/\(segment)"
    let issuer = segment == id ? "\(origin)/\(id)/v2.0" : "\(origin)/{tenantid}/v2.0"
    return [
      "token_endpoint": .string("\(base)/oauth2/v2.0/token"),
      "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
      "jwks_uri": .string("\(base)/discovery/v2.0/keys"),
      "response_modes_supported": ["query", "fragment", "form_post"],
      "subject_types_supported": ["pairwise"], "id_token_signing_alg_values_supported": ["RS256"],
      "response_types_supported": ["code"],
      "scopes_supported": ["openid", "profile", "email", "offline_access"],
      "issuer": .string(issuer), "request_uri_parameter_supported": false,
      "authorization_endpoint": .string("\(base)/oauth2/v2.0/authorize"),
      "device_authorization_endpoint": .string("\(base)/oauth2/v2.0/devicecode"),
      "http_logout_supported": true, "frontchannel_logout_supported": true,
      "end_session_endpoint": .string("\(base)/oauth2/v2.0/logout"),
      "claims_supported": [
        "sub", "iss", "aud", "exp", "iat", "name", "tid", "ver", "preferred_username", "oid",
      ],
      "tenant_region_scope": "EU", "cloud_instance_name": "microsoftonline.com",
      "cloud_graph_host_name": "graph.windows.net", "msgraph_host": "graph.microsoft.com",
    ]
  }

  /// What the libraries of Microsoft ask before they trust a host.
  func instance(_ visit: Visit) -> Answer {
    let host = visit.origin.split(separator: "/").last.map(String.init) ?? ""
    return .ok([
      "tenant_discovery_endpoint": .string(
        "\(visit.origin)/common/v2.0/.well-known/openid-configuration"),
      "api-version": "1.1",
      "metadata": [
        [
          "preferred_network": .string(host), "preferred_cache": .string(host),
          "aliases": [.string(host)],
        ]
      ],
    ])
  }

  /// The page and its form: code and account, then the decision.
  ///
  /// A browser posts twice, and a form with all three fields is answered at once.
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
      return complain("That code didn't work. Check the code and try again. (AADSTS70018)")
    }
    guard let person = found.1 else {
      return complain("We couldn't find an account with that name. (AADSTS50034)")
    }
    guard person.isEnabled else {
      return complain("Your account is disabled. (AADSTS50057)")
    }
    return try await decide(fields["decision"], device, person, complain)
  }

  private func decide(
    _ decision: String?, _ device: DeviceCode, _ person: Person,
    _ complain: (String) -> Answer
  ) async throws -> Answer {
    let scopes = try ScopeSet(device.scopes)
    switch decision {
    case "approve":
      guard person.isAdministrator || scopes.restricted.isEmpty else {
        let names = scopes.restricted.joined(separator: ", ")
        return complain("Need admin approval for \(names). (AADSTS90094)")
      }
      try await tenant.write { db in
        try Consents.add(
          db, scopes.permissions.isEmpty ? ["User.Read"] : scopes.permissions,
          client: device.client, person: person.id)
        try device.decide(db, .approved, by: person)
      }
      return .page(
        DevicePage.done(
          "You have signed in to the \(tenant.profile.appName) application on your device. "
            + "You may now close this window."))
    case "decline":
      try await tenant.write { db in try device.decide(db, .declined, by: person) }
      return .page(DevicePage.done("You declined. Nothing was granted."))
    default:
      return .page(
        DevicePage.consent(
          userCode: device.userCode, account: person, app: tenant.profile.appName,
          permissions: scopes.permissions))
    }
  }
}
