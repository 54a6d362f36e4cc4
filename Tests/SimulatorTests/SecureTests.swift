import Foundation
import Testing

@testable import Simulator

/// The tenant behind HTTPS.
struct SecureTests {
  private static let small = TenantConfiguration(
    usesTLS: true, people: 3, teams: 1, messages: 0)

  @Test(arguments: [("--http1.1", "1.1"), ("--http2", "2")])
  func `it speaks both versions of HTTP to clients that trust its authority`(
    option: String, version: String
  ) async throws {
    let (outcome, address) = try await Self.small.served { address, _ in
      let path = "/common/v2.0/.well-known/openid-configuration"
      return (try await Curl(address: address, version: option)([], path), address)
    }
    #expect(outcome.exit == 0 && outcome.status == 200)
    #expect(outcome.version == version)
    #expect(address.graph.hasPrefix("https://") && address.login.hasPrefix("https://"))
    #expect(
      outcome.document["token_endpoint"]?.string == "\(address.login)/common/oauth2/v2.0/token")
  }

  @Test func `a client that was not told of the authority does not trust it`() async throws {
    let exit = try await Self.small.served { address, _ in
      try await Curl(address: address)(["--cacert", "/dev/null"], "/v1.0/me").exit
    }
    #expect(exit == 77 || exit == 60)
  }

  @Test func `the authority's file is gone when the tenant is`() async throws {
    let file = try await Self.small.served { address, _ in
      let file = try #require(address.caFile)
      #expect(FileManager.default.fileExists(atPath: file))
      return file
    }
    #expect(!FileManager.default.fileExists(atPath: file))
  }
}
