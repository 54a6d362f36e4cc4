import Crypto
import Foundation
import Identity
import TestSupport
import Testing
import Transport

/// A sign-in through a browser, as far as no browser is needed.
struct AuthorizationCodeFlowTests {
  private func flow(_ transport: ScriptedTransport = ScriptedTransport()) -> AuthorizationCodeFlow {
    AuthorizationCodeFlow(
      authority: SignIn.authority(), clientID: "app-1", transport: transport,
      now: { SignIn.now })
  }

  private static let redirect = "http://localhost:4711"

  private func begin(account: String? = nil, claims: String? = nil) -> AuthorizationRequest {
    flow().begin(
      scopes: ["User.Read"], redirect: Self.redirect, account: account, meeting: claims)
  }

  @Test func `the address asks for a code by hash, and for whoever the person chooses`() throws {
    let request = begin()
    #expect(request.address.hasPrefix("https://login.example/contoso/oauth2/v2.0/authorize?"))
    let fields = SignIn.query(request.address)
    #expect(fields["response_type"] == "code")
    #expect(fields["response_mode"] == "query")
    #expect(fields["client_id"] == "app-1")
    #expect(fields["redirect_uri"] == Self.redirect)
    #expect(fields["code_challenge_method"] == "S256")
    #expect(fields["prompt"] == "select_account")
    #expect(fields["scope"]?.hasPrefix("https://graph.example:8443/User.Read ") == true)
    #expect(fields["claims"] == #"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#)
    #expect(try #require(fields["state"]).count == 43)
    #expect(SignIn.query(begin().address)["state"] != fields["state"])
    #expect(SignIn.query(begin().address)["code_challenge"] != fields["code_challenge"])
  }

  @Test func `a person who is named is not asked to choose`() {
    let fields = SignIn.query(begin(account: "adele@contoso.com").address)
    #expect(fields["login_hint"] == "adele@contoso.com")
    #expect(fields["prompt"] == nil)
  }

  @Test func `a code is redeemed with the text whose hash went ahead`() async throws {
    let transport = ScriptedTransport([.post(SignIn.tokenURL, SignIn.grant("t1", refresh: "r1"))])
    let request = flow().begin(
      scopes: ["User.Read"], redirect: Self.redirect, meeting: #"{"access_token":{"acrs":1}}"#)
    let sent = SignIn.query(request.address)
    let grant = try await flow(transport).redeem(Secret("the-code"), of: request)
    #expect(grant.refreshToken == Secret("r1"))
    let form = SignIn.form(try #require(transport.sent.first))
    #expect(form["grant_type"] == "authorization_code")
    #expect(form["code"] == "the-code")
    #expect(form["redirect_uri"] == Self.redirect)
    #expect(form["claims"] == sent["claims"])
    #expect(form["claims"]?.contains("acrs") == true)
    let hash = SHA256.hash(data: Data(try #require(form["code_verifier"]).utf8))
    let challenge = Data(hash).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    #expect(sent["code_challenge"] == challenge)
  }

  @Test func `whatever of the answer is pasted, the code is found`() throws {
    let request = begin()
    let state = try #require(SignIn.query(request.address)["state"])
    for text in [
      "0.AX-code_1", " 0.AX-code_1\n", "http://localhost/?code=0.AX-code_1&state=\(state)",
      "http://localhost:4711/?state=\(state)&code=0.AX%2Dcode_1&session_state=x#",
      "code=0.AX-code_1&state=\(state)", "?code=0.AX-code_1&state=\(state)",
    ] {
      #expect(try request.code(pasted: text).reveal() == "0.AX-code_1", "\(text)")
    }
  }

  @Test(arguments: [
    ("", IdentityError.Code.codeMissing), ("http://localhost/", .codeMissing),
    ("http://localhost/?code=a", .foreignAnswer),
    ("http://localhost/?code=a&state=other", .foreignAnswer),
    ("http://localhost/?error=access_denied&state=other", .foreignAnswer),
    ("http://localhost/?code=&state=STATE", .codeMissing),
    (
      "http://localhost/?error=access_denied&error_description=AADSTS65004%3a+Declined."
        + "%0d%0aTrace+ID&state=STATE", .declined
    ),
    ("/?error=consent_required&state=STATE", .consentRequired),
    ("/?error=temporarily_unavailable&state=STATE", .serverFailed),
  ])
  func `an answer without a code, or to another sign-in, is refused`(
    text: String, code: IdentityError.Code
  ) throws {
    let request = begin()
    let state = try #require(SignIn.query(request.address)["state"])
    let failure = #expect(throws: IdentityError.self) {
      try request.code(pasted: text.replacing("STATE", with: state))
    }
    #expect(failure?.code == code)
    if code == .declined {
      #expect(failure?.aadsts == 65004)
      #expect(failure?.description == "AADSTS65004: Declined.")
    }
  }
}
