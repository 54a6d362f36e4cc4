import HTTPTypes
import Testing

@testable import Simulator

/// Conditional Access: what policies demand on the pages and of tokens.
struct PolicyTests {
  @Test func `a second factor is set up, then only approved, and the token says so`() async throws {
    let entra = try await SignInCase()
    let weak = try await entra.tokens()
    let policy = try await entra.demand("mfa")
    let enrol = try await entra.refresh(weak)
    #expect(enrol.oauthError == "interaction_required" && enrol.number == 50_079, "\(enrol)")
    var browser = PageBrowser(entra.test)
    try await browser.open(entra.page())
    try await browser.submit(["account": "megan@contoso.com"])
    try await browser.submit(press: "Set up")
    let strong = try await entra.redeem(browser.landing["code"]).document
    #expect(SignInCase.claims(strong["access_token"])["amr"] == ["pwd", "mfa"])
    #expect(try await entra.refresh(strong).status == 200)
    let refused = try await entra.refresh(weak)
    #expect(refused.number == 50_076 && refused.document["suberror"] == "basic_action")
    let claims = try DocumentParser.parse(try #require(refused.document["claims"]?.string))
    #expect(claims["access_token"]?["capolids"]?["values"] == [.string(policy)])
    try await browser.open(entra.page(["prompt": "none"]))
    #expect(browser.landing["code"] != nil)
    let other = try await entra.signIn()
    #expect(other.landing["code"] != nil)
  }

  @Test func `a silent sign-in that would need a second factor says so to the app`() async throws {
    let entra = try await SignInCase()
    var browser = try await entra.signIn()
    _ = try await entra.demand("mfa")
    try await browser.open(entra.page(["prompt": "none"]))
    #expect(browser.landing["error"] == "interaction_required")
    #expect(browser.landing["error_description"]?.hasPrefix("AADSTS50079:") == true)
  }

  @Test(arguments: [
    ("block", "access_denied", 53_003), ("compliantDevice", "interaction_required", 53_000),
    ("domainJoinedDevice", "interaction_required", 53_001),
  ])
  func `what a browser cannot satisfy is refused on the page and at the token endpoint`(
    _ control: String, _ error: String, _ number: Int
  ) async throws {
    let entra = try await SignInCase()
    let tokens = try await entra.tokens()
    let policy = try await entra.demand(control)
    let refused = try await entra.refresh(tokens)
    #expect(refused.oauthError == error && refused.number == number, "\(refused)")
    #expect(refused.document["claims"]?.string?.contains(policy) == true)
    let browser = try await entra.signIn()
    #expect(browser.page.status == 403 && browser.page.text.contains("AADSTS\(number):"))
    let gone = try await entra.test.graph(
      .delete, "/identity/conditionalAccess/policies/\(policy)")
    #expect(gone.status == 204)
    #expect(try await entra.refresh(tokens).status == 200)
  }

  @Test func `a policy against device codes leaves browsers alone`() async throws {
    let entra = try await SignInCase()
    _ = try await entra.demand("block", flow: "deviceCodeFlow")
    _ = try await entra.tokens()
    let begun = try await entra.test.send(
      .post, "/common/oauth2/v2.0/devicecode", as: .nobody,
      form: "client_id=\(entra.profile.clientID)&scope=User.Read")
    let code = try #require(begun.document["user_code"]?.string)
    var browser = PageBrowser(entra.test)
    try await browser.open("/devicelogin")
    try await browser.submit(["user_code": code, "account": "megan@contoso.com"])
    #expect(browser.page.status == 400 && browser.page.text.contains("AADSTS530036"))
  }

  @Test func `a disabled policy and one for others demand nothing`() async throws {
    let entra = try await SignInCase()
    let id = try await entra.demand("block")
    let path = "/identity/conditionalAccess/policies/\(id)"
    #expect(
      try await entra.test.graph(.patch, path, body: ["state": "disabled"]).status == 204)
    _ = try await entra.tokens()
    let changed = try await entra.test.graph(
      .patch, path,
      body: [
        "state": "enabled",
        "conditions": [
          "users": ["includeUsers": ["someone-else"]],
          "applications": ["includeApplications": ["All"]],
        ],
      ])
    #expect(changed.status == 204, "\(changed)")
    _ = try await entra.tokens()
  }

  @Test func `a context that is asked for is guarded by its policy, and the token names it`()
    async throws
  {
    let entra = try await SignInCase()
    let made = try await entra.test.graph(
      .post, "/identity/conditionalAccess/policies",
      body: [
        "displayName": "Context", "state": "enabled",
        "conditions": [
          "users": ["includeUsers": ["All"]],
          "applications": ["includeAuthenticationContextClassReferences": ["c1"]],
        ],
        "grantControls": ["operator": "OR", "builtInControls": ["mfa"]],
      ])
    #expect(made.status == 201, "\(made)")
    let asked = #"{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"#
    let weak = try await entra.tokens()
    #expect(SignInCase.claims(weak["access_token"])["acrs"] == nil)
    let refused = try await entra.refresh(weak, ["claims": asked])
    #expect(refused.oauthError == "interaction_required" && refused.number == 50_079)
    let other = #"{"access_token":{"acrs":{"essential":true,"values":["c2"]}}}"#
    #expect(try await entra.refresh(weak, ["claims": other]).status == 200)
    let strong = try await entra.tokens("megan@contoso.com", ["claims": asked], claims: asked)
    #expect(SignInCase.claims(strong["access_token"])["acrs"] == ["c1"])
    #expect(SignInCase.claims(strong["access_token"])["amr"] == ["pwd", "mfa"])
    #expect(try await entra.refresh(strong, ["claims": asked]).status == 200)
  }

  @Test func `a policy without conditions is not taken`() async throws {
    let entra = try await SignInCase()
    let reply = try await entra.test.graph(
      .post, "/identity/conditionalAccess/policies",
      body: ["displayName": "x", "state": "enabled"])
    #expect(reply.status == 400)
  }
}
