import FoundationEssentials
import Testing

@testable import Identity

/// Where a bot of each cloud gets its tokens.
struct BotDirectoryTests {
  private func authority(_ cloud: Cloud, tenant: String? = nil) throws -> Authority {
    .bot(
      loginRoot: try #require(URL(string: "https://login.example")),
      directory: BotDirectory(of: cloud), tenant: tenant,
      connector: try #require(URL(string: "https://smba.example/teams")))
  }

  @Test(
    arguments: [
      (.global, "botframework.com", "https://api.botframework.com"),
      (.usgov, "MicrosoftServices.onmicrosoft.us", "https://api.botframework.us"),
      (.usgovDoD, "MicrosoftServices.onmicrosoft.us", "https://api.botframework.us"),
    ] as [(Cloud, String, String)])
  func `a bot of several tenants is known to its cloud's directory`(
    cloud: Cloud, directory: String, audience: String
  ) throws {
    let authority = try authority(cloud)
    #expect(
      authority.tokenEndpoint == "https://login.example/\(directory)/oauth2/v2.0/token")
    #expect(authority.defaultScope == "\(audience)/.default")
    #expect(authority.graphHost == "smba.example")
  }

  @Test func `a bot of one tenant is known to that tenant, for the same audience`() throws {
    let authority = try authority(.usgov, tenant: "contoso.com")
    #expect(authority.tokenEndpoint == "https://login.example/contoso.com/oauth2/v2.0/token")
    #expect(authority.defaultScope == "https://api.botframework.us/.default")
  }
}
