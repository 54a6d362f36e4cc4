import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// Apps that prove themselves by an assertion that their certificate signed.
struct AppProofTests {
  private func entra() async throws -> (SignInCase, AppKey) {
    let key = try await AppKey.shared.value
    let file = try key.file()
    defer { try? FileManager.default.removeItem(atPath: file) }
    return (try await SignInCase(clientCertificate: file), key)
  }

  private func claims(_ entra: SignInCase, _ changes: Document.Fields = [:]) -> Document {
    let now = entra.test.tenant.now.seconds
    var fields: Document.Fields = [
      "aud": .string("http://localhost/\(entra.profile.id)/oauth2/v2.0/token"),
      "iss": .string(entra.profile.clientID), "sub": .string(entra.profile.clientID),
      "jti": "1", "nbf": .number(now), "iat": .number(now), "exp": .number(now + 600),
    ]
    for entry in changes.entries { fields[entry.name] = entry.value }
    return .object(fields)
  }

  private func ask(
    _ entra: SignInCase, _ assertion: String, _ changes: [String: String?] = [:],
    tenant: String? = nil
  ) async throws -> Reply {
    var fields: [String: String?] = [
      "grant_type": "client_credentials", "client_id": entra.profile.clientID,
      "scope": "https://graph.microsoft.com/.default", "client_assertion": assertion,
      "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    ]
    for (name, value) in changes { fields[name] = value }
    return try await entra.token(fields, tenant: tenant)
  }

  private func header(_ key: AppKey, _ algorithm: String = "PS256") throws -> Document {
    ["alg": .string(algorithm), "typ": "JWT", "x5t#S256": .string(try key.sha256)]
  }

  @Test(arguments: ["PS256", "RS256"])
  func `an assertion is taken with either padding of signature and thumbprint`(
    _ algorithm: String
  ) async throws {
    let (entra, key) = try await entra()
    let headers: [Document] = [
      try header(key, algorithm),
      ["alg": .string(algorithm), "x5t#S256": .string(try key.sha256 + "=")],
      ["alg": .string(algorithm), "x5t": .string(try key.sha1)],
      ["alg": .string(algorithm), "x5t": .string(try key.sha1 + "=")],
    ]
    for header in headers {
      let reply = try await ask(entra, try key.sign(header, claims(entra)))
      let token = try #require(reply.document["access_token"]?.string, "\(header) \(reply)")
      let said = SignInCase.claims(reply.document["access_token"])
      #expect(said["appidacr"] == "2" && said["idtyp"] == "app" && said["roles"] != nil)
      #expect(try await entra.test.graph(.get, "/users", as: .token(token)).status == 200)
    }
  }

  @Test func `a key that is not registered, and a forged signature, are refused`() async throws {
    let (entra, key) = try await entra()
    let stranger = try AppKey()
    let unknown = try await ask(entra, try stranger.sign(try header(stranger), claims(entra)))
    #expect(unknown.status == 401 && unknown.number == 700_027)
    #expect(unknown.document["error_description"]?.string?.contains("key was not found") == true)
    let forged = try await ask(entra, try stranger.sign(try header(key), claims(entra)))
    #expect(forged.oauthError == "invalid_client" && forged.number == 700_027)
    let none: Document = ["alg": "none", "x5t#S256": .string(try key.sha256)]
    #expect(try await ask(entra, try key.sign(none, claims(entra))).number == 700_027)
    for text in ["garbage", "a.b.c", ""] {
      let reply = try await ask(entra, text, ["client_secret": nil])
      #expect(reply.number == (text.isEmpty ? 7_000_216 : 50_027), "\(reply)")
    }
    let type = try await ask(
      entra, try key.sign(try header(key), claims(entra)), ["client_assertion_type": "x"])
    #expect(type.number == 50_027)
  }

  @Test(arguments: [(-1000, -400), (400, 1000)])
  func `an assertion of another time is refused`(_ start: Int, _ end: Int) async throws {
    let (entra, key) = try await entra()
    let now = entra.test.tenant.now.seconds
    let reply = try await ask(
      entra,
      try key.sign(
        try header(key), claims(entra, ["nbf": .number(now + start), "exp": .number(now + end)])))
    #expect(reply.oauthError == "invalid_client" && reply.number == 700_024, "\(reply)")
  }

  @Test(arguments: ["aud", "iss", "sub"])
  func `an assertion for somebody else is refused`(_ name: String) async throws {
    let (entra, key) = try await entra()
    let changed = claims(entra, .init([.init(name: name, value: "other")]))
    let reply = try await ask(entra, try key.sign(try header(key), changed))
    #expect(reply.oauthError == "invalid_client" && reply.number == 50_012, "\(reply)")
  }

  @Test func `an app without a person has no use for common, nor for another app's name`()
    async throws
  {
    let (entra, key) = try await entra()
    let assertion = try key.sign(try header(key), claims(entra))
    #expect(try await ask(entra, assertion, tenant: "common").number == 9_001_023)
    #expect(try await ask(entra, assertion, ["client_id": "other"]).number == 700_016)
    #expect(try await ask(entra, assertion, ["client_id": nil]).status == 200)
    #expect(try await ask(entra, assertion, ["scope": "User.Read"]).number == 1_002_012)
    let other = try await ask(entra, assertion, ["scope": "https://vault.azure.net/.default"])
    #expect(other.oauthError == "invalid_resource" && other.number == 500_011)
  }

  @Test func `an expired certificate is refused`() async throws {
    let key = try AppKey(validFor: 1)
    let file = try key.file()
    defer { try? FileManager.default.removeItem(atPath: file) }
    let entra = try await SignInCase(clientCertificate: file)
    let reply = try await ask(entra, try key.sign(try header(key), claims(entra)))
    #expect(reply.number == 700_027, "\(reply)")
    #expect(reply.document["error_description"]?.string?.contains("expired") == true)
  }

  @Test func `a file without a certificate keeps the tenant from starting`() async throws {
    let path = TestTenant.temporaryPath()
    try Data("nothing".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    await #expect(throws: (any Error).self) { try await SignInCase(clientCertificate: path) }
  }
}
