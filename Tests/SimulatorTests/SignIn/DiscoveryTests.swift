import HTTPTypes
import Testing

@testable import Simulator

/// What clients read before they sign in.
struct DiscoveryTests {
  private func read(_ entra: SignInCase, _ path: String) async throws -> Reply {
    try await entra.test.send(.get, path, as: .nobody)
  }

  @Test func `each name of the tenant has its issuer`() async throws {
    let entra = try await SignInCase()
    let id = entra.profile.id
    let issuers = [
      id: id, "contoso.com": id, "common": "{tenantid}", "organizations": "{tenantid}",
    ]
    for (name, issuer) in issuers {
      let reply = try await read(entra, "/\(name)/v2.0/.well-known/openid-configuration")
      #expect(reply.document["issuer"]?.string?.hasSuffix("/\(issuer)/v2.0") == true, "\(name)")
      for endpoint in ["authorization", "token", "device_authorization"] {
        let segment = issuer == id ? id : name
        let address = reply.document["\(endpoint)_endpoint"]?.string ?? ""
        #expect(address.contains("/\(segment)/oauth2/v2.0/"), "\(address)")
      }
    }
  }

  @Test(arguments: [
    (TenantCloud.global, "graph.microsoft.com", "sts.windows.net"),
    (.usgov, "graph.microsoft.us", "sts.windows.net"),
    (.usgovDoD, "dod-graph.microsoft.us", "sts.windows.net"),
    (.china, "microsoftgraph.chinacloudapi.cn", "sts.chinacloudapi.cn"),
  ])
  func `documents and tokens name their cloud`(
    _ cloud: TenantCloud, _ host: String, _ issuer: String
  ) async throws {
    let entra = try await SignInCase(cloud: cloud)
    let reply = try await read(entra, "/common/v2.0/.well-known/openid-configuration")
    #expect(reply.document["msgraph_host"]?.string == host)
    let access = SignInCase.claims(try await entra.tokens()["access_token"])
    #expect(access["aud"]?.string == "https://\(host)")
    #expect(access["iss"]?.string == "https://\(issuer)/\(entra.profile.id)/")
  }

  @Test func `a host is known by its aliases, and others are not`() async throws {
    let entra = try await SignInCase()
    let path = "/common/discovery/instance?api-version=1.1&authorization_endpoint="
    let known = try await read(
      entra, path + "https://login.microsoftonline.us/contoso.com/oauth2/v2.0/authorize")
    #expect(
      known.document["tenant_discovery_endpoint"]?.string?.hasSuffix(
        "/contoso.com/v2.0/.well-known/openid-configuration") == true)
    let aliases = known.document["metadata"]?.array?.map { $0["aliases"] } ?? []
    #expect(aliases.contains(.strings(["login.microsoftonline.us", "login.usgovcloudapi.net"])))
    let unknown = try await read(entra, path + "https://login.example.com/common")
    #expect(unknown.status == 400 && unknown.oauthError == "invalid_instance")
    #expect(try await read(entra, "/common/discovery/instance").number == 900_144)
  }
}
