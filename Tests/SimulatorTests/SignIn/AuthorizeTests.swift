import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// The sign-in page in a browser without scripts, up to the address of the app.
struct AuthorizeTests {
  @Test func `a person who signs in and accepts comes back with a code that opens Graph`()
    async throws
  {
    let entra = try await SignInCase()
    var browser = PageBrowser(entra.test)
    try await browser.open(entra.page())
    #expect(browser.page.headers[.contentType] == "text/html; charset=utf-8")
    try await browser.submit(["account": "adele@contoso.com"])
    #expect(browser.page.text.contains("<code>User.Read</code>"), "\(browser.page)")
    try await browser.submit(press: "Accept")
    #expect(browser.page.status == 302)
    #expect(browser.page.headers[.location]?.hasPrefix("http://localhost:7071/?code=") == true)
    #expect(browser.landing["state"] == "s & t")
    #expect(browser.landing["session_state"] != nil)
    let reply = try await entra.redeem(browser.landing["code"])
    let token = try #require(reply.document["access_token"]?.string, "\(reply)")
    let me = try await entra.test.graph(.get, "/me", as: .token(token))
    #expect(me.document["userPrincipalName"] == "adele@contoso.com")
    let identity = SignInCase.claims(reply.document["id_token"])
    #expect(identity["nonce"] == "n1" && identity["aud"]?.string == entra.profile.clientID)
    #expect(identity["iss"]?.string?.hasSuffix("/\(entra.profile.id)/v2.0") == true)
    #expect(reply.document["refresh_token"] != nil && reply.document["client_info"] != nil)
    let access = SignInCase.claims(reply.document["access_token"])
    #expect(access["appidacr"] == "0" && access["amr"] == ["pwd"] && access["xms_cc"] == nil)
    #expect((3599...5399).contains(reply.document["expires_in"]?.integer ?? 0))
  }

  @Test func `the answer travels in the part of the request that was asked for`() async throws {
    let entra = try await SignInCase()
    let fragment = try await entra.signIn("adele@contoso.com", ["response_mode": "fragment"])
    #expect(fragment.page.headers[.location]?.contains("/#code=") == true)
    let form = try await entra.signIn("adele@contoso.com", ["response_mode": "form_post"])
    #expect(form.page.status == 200 && form.forms.first?.action == "http://localhost:7071/")
    #expect(form.forms.first?.fields["state"] == "s & t")
    #expect(try await entra.redeem(form.forms.first?.fields["code"]).status == 200)
  }

  @Test(arguments: [
    ("http://localhost", true), ("http://localhost:1/", true), ("http://127.0.0.1:99", true),
    ("http://localhost:80/other", false), ("https://localhost", false), ("http://[::1]", false),
    ("http://example.com", false), ("http://localhost@example.com", false),
    ("http://localhost/web", true), ("http://localhost:5000/web", true), ("not an address", false),
  ])
  func `an address that is not the app's gets nothing, not even the refusal`(
    _ address: String, _ isKnown: Bool
  ) async throws {
    let entra = try await SignInCase()
    var browser = PageBrowser(entra.test)
    try await browser.open(entra.page(["redirect_uri": address, "prompt": "none"]))
    #expect(browser.page.status == (isKnown ? 302 : 400))
    #expect(browser.page.text.contains("AADSTS50011") == !isKnown)
  }

  @Test(arguments: [
    (["client_id": "11111111-2222-4333-8444-555555555555"], "AADSTS700016"),
    (["client_id": nil], "AADSTS900144"), (["response_mode": "pigeon"], "AADSTS90023"),
  ])
  func `what cannot be told to the app is told to the person`(
    _ changes: [String: String?], _ code: String
  ) async throws {
    let entra = try await SignInCase()
    var browser = PageBrowser(entra.test)
    try await browser.open(entra.page(changes))
    #expect(browser.page.status == 400 && browser.page.text.contains(code))
  }

  @Test(arguments: [
    (["response_type": "token"], "unsupported_response_type", "AADSTS70005"),
    (["scope": "Nonsense.Read"], "invalid_scope", "AADSTS70011"),
    (["code_challenge": "short"], "invalid_request", "AADSTS50147"),
    (["code_challenge_method": "S512"], "invalid_request", "AADSTS501491"),
    (["prompt": "maybe"], "invalid_request", "AADSTS90023"),
    (["claims": "{"], "invalid_request", "AADSTS9002313"),
    (["prompt": "none"], "login_required", "AADSTS50058"),
  ])
  func `faults of a request go back to the app, with its state`(
    _ changes: [String: String?], _ error: String, _ code: String
  ) async throws {
    let entra = try await SignInCase()
    var browser = PageBrowser(entra.test)
    try await browser.open(entra.page(changes))
    #expect(browser.landing["error"] == error, "\(browser.page)")
    #expect(browser.landing["error_description"]?.hasPrefix(code + ":") == true)
    #expect(browser.landing["state"] == "s & t")
  }

  @Test func `who declines sends the app away with access_denied`() async throws {
    let entra = try await SignInCase()
    var browser = PageBrowser(entra.test)
    try await browser.open(entra.page())
    try await browser.submit(["account": "adele@contoso.com"])
    try await browser.submit(press: "Cancel")
    #expect(browser.landing["error"] == "access_denied")
    #expect(browser.landing["error_description"]?.hasPrefix("AADSTS65004:") == true)
  }

  @Test func `what only an administrator may give is not offered to others`() async throws {
    let entra = try await SignInCase()
    var browser = PageBrowser(entra.test)
    try await browser.open(entra.page(["scope": "Group.Read.All"]))
    try await browser.submit(["account": "adele@contoso.com"])
    #expect(browser.page.status == 403 && browser.page.text.contains("AADSTS90094"))
    #expect(browser.forms.allSatisfy { $0.buttons["Accept"] == nil })
    try await browser.submit(press: "Return to the application without granting consent")
    #expect(browser.landing["error"] == "access_denied")
    _ = try await entra.tokens("megan@contoso.com", ["scope": "Group.Read.All"])
  }

  @Test(arguments: ["nobody@contoso.com", "gone.away@contoso.com"])
  func `an account that cannot sign in gets the form again`(_ account: String) async throws {
    let entra = try await SignInCase()
    var browser = PageBrowser(entra.test)
    try await browser.open(entra.page())
    try await browser.submit(["account": account])
    #expect(browser.page.status == 400 && browser.page.text.contains("role=\"alert\""))
    try await browser.submit(["account": "adele@contoso.com"])
    #expect(browser.page.text.contains("Permissions requested"))
  }

  @Test func `a browser that is signed in is not asked again, unless the app wants it`()
    async throws
  {
    let entra = try await SignInCase()
    var browser = try await entra.signIn("adele@contoso.com")
    try await browser.open(entra.page(["prompt": "none"]))
    #expect(browser.landing["code"] != nil, "\(browser.page)")
    try await browser.open(entra.page())
    #expect(browser.landing["code"] != nil)
    try await browser.open(entra.page(["prompt": "select_account"]))
    #expect(browser.forms.first?.buttons["adele@contoso.com"] != nil)
    try await browser.open(entra.page(["prompt": "login", "login_hint": "megan@contoso.com"]))
    #expect(browser.forms.last?.fields["account"] == "megan@contoso.com")
    try await browser.open(entra.page(["prompt": "consent"]))
    #expect(browser.page.text.contains("Permissions requested"))
    try await browser.open(entra.page(["prompt": "none", "scope": "Chat.Read"]))
    #expect(browser.landing["error"] == "interaction_required")
    #expect(browser.landing["suberror"] == "consent_required")
    try await browser.open("/common/oauth2/v2.0/logout")
    try await browser.open(entra.page(["prompt": "none"]))
    #expect(browser.landing["error"] == "login_required")
  }
}
