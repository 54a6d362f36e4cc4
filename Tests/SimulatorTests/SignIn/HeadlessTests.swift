import Foundation
import Testing

@testable import Simulator

/// The pages in a real browser that runs no scripts.
struct HeadlessTests {
  @Test(.enabled(if: HeadlessBrowser.path != nil), .timeLimit(.minutes(5)))
  func `a person signs in, consents, and is sent to the app's port`() async throws {
    let configuration = TenantConfiguration(people: 20, teams: 1, messages: 0)
    let granted = try await configuration.served { address, _ in
      let app = "http://localhost:1/"
      let query = FormFields.text([
        ("client_id", address.clientID), ("response_type", "code"), ("redirect_uri", app),
        ("scope", "User.Read"), ("state", "s"), ("code_challenge", SignInCase.verifier),
      ])
      let landed = try await HeadlessBrowser.run { browser in
        try await browser.open("\(address.login)/common/oauth2/v2.0/authorize?\(query)")
        try await browser.type(address.administrator, into: "input[name=account]")
        try await browser.click("button")
        try await browser.pageLoads()
        try await browser.click("button[value=approve]")
        return try await browser.request(below: app)
      }
      let answer = FormFields(Array(landed.drop { $0 != "?" }.dropFirst().utf8))
      #expect(answer["state"] == "s")
      let form = FormFields.text([
        ("grant_type", "authorization_code"), ("client_id", address.clientID),
        ("code", answer["code"] ?? ""), ("redirect_uri", app),
        ("code_verifier", SignInCase.verifier),
      ])
      return try await Curl(address: address)(
        ["--data", form], "/\(address.tenantID)/oauth2/v2.0/token")
    }
    #expect(granted.document["access_token"] != nil, "\(granted)")
  }
}
