import Testing

@testable import Simulator

/// Consent that an administrator gives for everybody.
struct AdminConsentTests {
  private func address(_ entra: SignInCase, v2 scope: String?) -> String {
    var fields = [
      ("client_id", entra.profile.clientID), ("redirect_uri", "http://localhost:9/"),
      ("state", "12345"),
    ]
    if let scope { fields.append(("scope", scope)) }
    return "/\(entra.profile.id)/\(scope == nil ? "" : "v2.0/")adminconsent?"
      + FormFields.text(fields)
  }

  private func grants(_ entra: SignInCase) async throws -> [Document] {
    try await entra.test.walk("/oauth2PermissionGrants")
  }

  @Test func `what the administrator gave, nobody is asked for`() async throws {
    let entra = try await SignInCase()
    var admin = PageBrowser(entra.test)
    try await admin.open(address(entra, v2: "https://graph.microsoft.com/Group.Read.All"))
    try await admin.submit(["account": "megan@contoso.com"])
    #expect(admin.page.text.contains("for all users in your organization"))
    try await admin.submit(press: "Accept")
    #expect(admin.landing["admin_consent"] == "True", "\(admin.page)")
    #expect(admin.landing["tenant"] == entra.profile.id)
    #expect(admin.landing["scope"] == "https://graph.microsoft.com/Group.Read.All")
    #expect(admin.landing["state"] == "12345")
    var adele = PageBrowser(entra.test)
    try await adele.open(entra.page(["scope": "Group.Read.All"]))
    try await adele.submit(["account": "adele@contoso.com"])
    let tokens = try await entra.redeem(adele.landing["code"]).document
    #expect(SignInCase.claims(tokens["access_token"])["scp"] == "Group.Read.All")
    let grants = try await grants(entra)
    #expect(grants.map { $0["consentType"] } == ["AllPrincipals"])
    #expect(grants.map { $0["scope"] } == ["Group.Read.All"])
  }

  @Test func `the older address gives all that is registered`() async throws {
    let entra = try await SignInCase()
    var admin = PageBrowser(entra.test)
    try await admin.open(address(entra, v2: nil))
    try await admin.submit(["account": "megan@contoso.com"])
    try await admin.submit(press: "Accept")
    #expect(admin.landing["admin_consent"] == "True" && admin.landing["scope"] == nil)
    let grants = try await grants(entra)
    #expect(
      grants.first?["scope"]?.string == ScopeSet.registered.sorted().joined(separator: " "))
  }

  @Test func `who may not give it can only go back, and so can who does not want to`()
    async throws
  {
    let entra = try await SignInCase()
    for account in ["adele@contoso.com", "megan@contoso.com"] {
      var browser = PageBrowser(entra.test)
      try await browser.open(address(entra, v2: ".default"))
      try await browser.submit(["account": account])
      #expect((browser.page.status == 200) == (account == "megan@contoso.com"))
      let label = browser.forms.last?.buttons.keys.first { $0 != "Accept" }
      try await browser.submit(press: label)
      #expect(browser.landing["error"] == "access_denied")
      #expect(browser.landing["admin_consent"] == "True" && browser.landing["state"] == "12345")
    }
    let grants = try await grants(entra)
    #expect(grants == [])
  }

  @Test func `an unknown app or address is shown a page`() async throws {
    let entra = try await SignInCase()
    var browser = PageBrowser(entra.test)
    try await browser.open("/common/adminconsent?client_id=other&redirect_uri=http://localhost")
    #expect(browser.page.status == 400 && browser.page.text.contains("AADSTS700016"))
    try await browser.open(
      "/common/adminconsent?client_id=\(entra.profile.clientID)&redirect_uri=http://elsewhere")
    #expect(browser.page.text.contains("AADSTS50011"))
  }
}
