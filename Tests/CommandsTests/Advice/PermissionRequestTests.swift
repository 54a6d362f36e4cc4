import CommandKit
import Documents
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Transport

/// Widening a sign-in, and the address at which an administrator consents.
struct PermissionRequestTests {
  @Test(.tenant) func `a person at a terminal signs in anew, with what was held beside`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session { $0.isInteractive = true }
    try await tenant.signIn(session, scopes: ["User.Read", "Chat.ReadBasic"])
    let codes = session.errors.writes.compactMap { text in
      text.firstMatch(of: /enter the code ([A-Z0-9-]+)/).map { String($0.1) }
    }
    let visitor = Task {
      for await code in codes.prefix(1) { try await tenant.approve(code) }
    }
    let said = try await session.result(of: "permissions request member add")
    #expect(said.contains("Signed in as megan@contoso.com, now with TeamMember.ReadWrite.All"))
    #expect(session.errors.text.contains("Only an administrator can consent to TeamMember."))
    try await visitor.value
    let held = try await session.result(of: "whoami --jq '.permissions[]'")
    #expect(held.contains("Chat.ReadBasic\n") && held.contains("TeamMember.ReadWrite.All\n"))
  }

  @Test(.tenant, arguments: ["Reports.Read.All", "call ring"])
  func `the address leads to the tenant's page of consent`(wanted: String) async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session, scopes: ["User.Read"])
    let address = try await session.result(
      of: "permissions request \(wanted) --jq .consent"
    ).trimmingCharacters(in: .newlines)
    let page = try await CurlTransport().send(
      TransportRequest(.get, url: address.trimmingCharacters(in: ["\""])))
    #expect(page.head.status == .ok)
    #expect(String(decoding: page.body, as: UTF8.self).contains("name=\"account\""))
  }
}
