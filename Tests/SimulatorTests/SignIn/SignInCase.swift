import Crypto
import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// One company and one app, which signs people in and redeems what it gets.
struct SignInCase {
  static let verifier = String(repeating: "v", count: 64)

  let clock: HandClock
  let test: TestTenant

  init(clientCertificate: String? = nil, cloud: TenantCloud = .global) async throws {
    let clock = HandClock()
    self.clock = clock
    test = try await TestTenant(
      people: 40, teams: 1, messages: 0, cloud: cloud, clientCertificate: clientCertificate,
      now: { clock.now() })
  }

  var profile: TenantProfile { test.tenant.profile }

  /// The address of the sign-in page; a change to nil takes a parameter away.
  func page(_ changes: [String: String?] = [:], tenant: String = "organizations") -> String {
    let challenge = Data(SHA256.hash(data: Data(Self.verifier.utf8))).base64URLText
    var fields: [String: String?] = [
      "client_id": profile.clientID, "response_type": "code",
      "redirect_uri": "http://localhost:7071", "response_mode": "query",
      "scope": "User.Read offline_access openid", "state": "s & t", "nonce": "n1",
      "code_challenge": challenge, "code_challenge_method": "S256",
    ]
    for (name, value) in changes { fields[name] = value }
    let present = fields.compactMap { name, value in value.map { (name, $0) } }
    return "/\(tenant)/oauth2/v2.0/authorize?" + FormFields.text(present)
  }

  /// Signs a person in, in a fresh browser, and accepts what is asked.
  func signIn(
    _ account: String = "megan@contoso.com", _ changes: [String: String?] = [:]
  ) async throws -> PageBrowser {
    var browser = PageBrowser(test)
    try await browser.open(page(changes))
    try await browser.submit(["account": account])
    for label in ["Set up", "Approve", "Accept"]
    where browser.forms.contains(where: { $0.buttons[label] != nil }) {
      try await browser.submit(press: label)
    }
    return browser
  }

  func token(_ fields: [String: String?], tenant: String? = nil) async throws -> Reply {
    let form = FormFields.text(fields.compactMap { name, value in value.map { (name, $0) } })
    return try await test.send(
      .post, "/\(tenant ?? profile.id)/oauth2/v2.0/token", as: .nobody, form: form)
  }

  func redeem(_ code: String?, _ changes: [String: String?] = [:]) async throws -> Reply {
    var fields: [String: String?] = [
      "grant_type": "authorization_code", "client_id": profile.clientID, "code": code,
      "redirect_uri": "http://localhost:7071", "code_verifier": Self.verifier,
      "client_info": "1",
    ]
    for (name, value) in changes { fields[name] = value }
    return try await token(fields)
  }

  func refresh(_ token: Document, _ changes: [String: String?] = [:]) async throws -> Reply {
    var fields: [String: String?] = [
      "grant_type": "refresh_token", "client_id": profile.clientID,
      "refresh_token": token["refresh_token"]?.string, "scope": "User.Read",
    ]
    for (name, value) in changes { fields[name] = value }
    return try await self.token(fields)
  }

  /// A whole sign-in, to its tokens.
  func tokens(
    _ account: String = "megan@contoso.com", _ changes: [String: String?] = [:],
    claims: String? = nil
  ) async throws -> Document {
    let browser = try await signIn(account, changes)
    let reply = try await redeem(browser.landing["code"], ["claims": claims])
    #expect(reply.status == 200, "\(reply) \(browser.page)")
    return reply.document
  }

  /// Makes a policy that demands this of everybody, and answers its id.
  func demand(_ control: String, flow: String? = nil) async throws -> String {
    var conditions: Document.Fields = [
      "users": ["includeUsers": ["All"]], "applications": ["includeApplications": ["All"]],
    ]
    if let flow { conditions["authenticationFlows"] = ["transferMethods": .string(flow)] }
    let reply = try await test.graph(
      .post, "/identity/conditionalAccess/policies",
      body: [
        "displayName": "All", "state": "enabled", "conditions": .object(conditions),
        "grantControls": ["operator": "OR", "builtInControls": [.string(control)]],
      ])
    return try #require(reply.document["id"]?.string, "\(reply)")
  }

  /// What a token says.
  static func claims(_ token: Document?) -> Document {
    let parts = token?.string?.split(separator: ".") ?? []
    guard parts.count == 3, let data = Data(base64URLText: parts[1]) else { return .null }
    return (try? DocumentParser.parse(Array(data))) ?? .null
  }
}

extension Reply {
  /// The AADSTS number of a refusal by the token endpoint.
  var number: Int? { document["error_codes"]?.array?.first?.integer }
  var oauthError: String? { document["error"]?.string }
}
