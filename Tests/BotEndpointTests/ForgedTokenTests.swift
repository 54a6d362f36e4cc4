import Bot
import Documents
import Foundation
import HTTPTypes
import Identity
import Testing

@testable import BotEndpoint

/// One way to come in without being let in.
struct Forgery: Sendable, CustomTestStringConvertible {
  let name: String
  let refusal: Refusal
  let header: @Sendable (TokenParts) throws -> String?
  var activity: JSON = ["channelId": "msteams", "serviceUrl": .string(TokenParts.serviceURL)]

  var testDescription: String { name }

  /// A token that is changed before the genuine signatory signs it.
  init(
    _ name: String, _ refusal: Refusal, activity: JSON? = nil,
    _ change: @escaping @Sendable (TokenParts) -> TokenParts = { $0 }
  ) {
    self.name = name
    self.refusal = refusal
    header = { try change($0).bearer(by: #require(Signatory.genuine)) }
    if let activity { self.activity = activity }
  }

  /// A header that is made in another way.
  init(
    _ name: String, _ refusal: Refusal,
    header: @escaping @Sendable (TokenParts) throws -> String?
  ) {
    self.name = name
    self.refusal = refusal
    self.header = header
  }

  /// A genuine header, changed as a text.
  private static func spoiled(
    _ name: String, _ refusal: Refusal, _ change: @escaping @Sendable (String) -> String
  ) -> Forgery {
    Forgery(name, refusal) { parts in
      change(try parts.bearer(by: #require(Signatory.genuine)))
    }
  }

  /// The parts of the token in a header, changed.
  private static func respelled(
    _ name: String, _ refusal: Refusal, _ change: @escaping @Sendable ([String]) -> [String]
  ) -> Forgery {
    spoiled(name, refusal) { header in
      "Bearer "
        + change(header.dropFirst(7).split(separator: ".").map(String.init)).joined(separator: ".")
    }
  }

  static let all = headers + tokens + signatures + claims + activities

  private static let headers = [
    Forgery("no header", .headerMissing) { _ in nil },
    Forgery("empty header", .headerMalformed) { _ in "" },
    Forgery("Bearer alone", .headerMalformed) { _ in "Bearer" },
    Forgery("Bearer and nothing", .headerMalformed) { _ in "Bearer " },
    Forgery("another scheme", .headerMalformed) { _ in "Basic dXNlcjpwYXNz" },
    spoiled("three words", .headerMalformed) { $0 + " more" },
    spoiled("two spaces", .headerMalformed) { $0.replacing("Bearer ", with: "Bearer  ") },
    spoiled("no scheme", .headerMalformed) { String($0.dropFirst(7)) },
  ]

  private static let tokens = [
    Forgery("a word", .tokenMalformed) { _ in "Bearer token" },
    Forgery("only dots", .tokenMalformed) { _ in "Bearer .." },
    respelled("two parts", .tokenMalformed) { Array($0.prefix(2)) },
    respelled("four parts", .tokenMalformed) { $0 + ["AAAA"] },
    respelled("no signature", .tokenMalformed) { [$0[0], $0[1], ""] },
    respelled("padded", .tokenMalformed) { [$0[0], $0[1], $0[2] + "="] },
    respelled("standard base64", .tokenMalformed) { [$0[0], $0[1], "+" + $0[2].dropFirst()] },
    respelled("header no JSON", .tokenMalformed) { ["AAAA", $0[1], $0[2]] },
    respelled("claims no object", .tokenMalformed) { [$0[0], "W10", $0[2]] },
    Forgery("critical extension", .tokenMalformed) { $0.heading("crit", ["exp"]) },
    Forgery("deeply nested header", .tokenMalformed) { parts in
      parts.heading("x", (0..<300).reduce(JSON.null) { nested, _ in [nested] })
    },
  ]

  private static let signatures = [
    Forgery("algorithm none", .algorithmRefused) { $0.signed("none").heading("alg", "none") },
    Forgery("algorithm None", .algorithmRefused) { $0.heading("alg", "None") },
    Forgery("no algorithm", .algorithmRefused) { $0.heading("alg", nil) },
    Forgery("algorithm a number", .algorithmRefused) { $0.heading("alg", 256) },
    Forgery("HS256 with the public key", .algorithmRefused) { $0.signed("HS256") },
    Forgery("PS256", .algorithmRefused) { $0.signed("PS256") },
    Forgery("HMAC under RS256", .signatureWrong) { $0.signed("HS256").heading("alg", "RS256") },
    Forgery("PSS under RS256", .signatureWrong) { $0.signed("PS256").heading("alg", "RS256") },
    Forgery("RS384 under RS256", .signatureWrong) { $0.signed("RS384").heading("alg", "RS256") },
    Forgery("somebody else's key", .signatureWrong) { parts in
      try parts.bearer(by: #require(Signatory.forger))
    },
    respelled("claims changed afterwards", .signatureWrong) { parts in
      var claims = Base64URL.bytes(parts[1]) ?? []
      claims.insert(UInt8(ascii: " "), at: 1)
      return [parts[0], Base64URL.text(claims), parts[2]]
    },
    respelled("short signature", .signatureWrong) { [$0[0], $0[1], "AAAA"] },
    Forgery("unknown key", .keyUnknown) { $0.heading("kid", "other") },
    Forgery("no key named", .keyUnknown) { $0.heading("kid", nil) },
    Forgery("empty key name", .keyUnknown) { $0.heading("kid", "") },
  ]

  private static let claims = [
    Forgery("another issuer", .issuerWrong) { $0.claiming("iss", "https://api.botframework.us") },
    Forgery("issuer with a slash", .issuerWrong) {
      $0.claiming("iss", "https://api.botframework.com/")
    },
    Forgery("emulator's issuer", .issuerWrong) {
      $0.claiming("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")
    },
    Forgery("no issuer", .issuerWrong) { $0.claiming("iss", nil) },
    Forgery("list of issuers", .issuerWrong) {
      $0.claiming("iss", ["https://api.botframework.com"])
    },
    Forgery("another bot", .audienceWrong) { $0.claiming("aud", "another") },
    Forgery("no audience", .audienceWrong) { $0.claiming("aud", nil) },
    Forgery("empty audience", .audienceWrong) { $0.claiming("aud", "") },
    Forgery("audiences without the bot", .audienceWrong) { $0.claiming("aud", ["a", "b"]) },
    Forgery("expired", .expired) { parts in
      parts.claiming("exp", .int(Int(Date().timeIntervalSince1970) - 301))
    },
    Forgery("no expiry", .expiryMissing) { $0.claiming("exp", nil) },
    Forgery("expiry a text", .expiryMissing) { $0.claiming("exp", "9999999999") },
    Forgery("endless expiry", .expiryMissing) { $0.claiming("exp", .number("1e999")) },
    Forgery("not yet valid", .notYetValid) { parts in
      parts.claiming("nbf", .int(Int(Date().timeIntervalSince1970) + 310))
    },
    Forgery("start a text", .tokenMalformed) { $0.claiming("nbf", "0") },
  ]

  private static let activities = [
    Forgery("another service URL", .serviceURLWrong) {
      $0.claiming("serviceurl", "https://evil.example/")
    },
    Forgery("no service URL claimed", .serviceURLWrong) { $0.claiming("serviceurl", nil) },
    Forgery("two service URLs claimed", .serviceURLWrong) {
      $0.claiming("serviceUrl", "https://evil.example/")
    },
    Forgery("service URL with two slashes", .serviceURLWrong) {
      $0.claiming("serviceurl", .string(TokenParts.serviceURL + "/"))
    },
    Forgery(
      "activity from elsewhere", .serviceURLWrong,
      activity: ["channelId": "msteams", "serviceUrl": "https://evil.example/"]),
    Forgery("activity without service URL", .serviceURLWrong, activity: ["channelId": "msteams"]),
    Forgery(
      "channel without endorsement", .endorsementMissing,
      activity: ["channelId": "slack", "serviceUrl": .string(TokenParts.serviceURL)]),
    Forgery(
      "no channel", .endorsementMissing,
      activity: ["serviceUrl": .string(TokenParts.serviceURL)]),
  ]
}

struct ForgedTokenTests {
  private func gate(_ keys: [JSON]) -> TokenGate {
    TokenGate(
      rules: TokenRules(botID: TokenParts.botID),
      keys: KeyDirectory(
        metadata: KeySource.metadata, transport: KeySource(keys), now: { Date() }),
      now: { Date() })
  }

  private func attempt(
    _ header: String?, _ activity: JSON, keys: [JSON]
  ) async throws(Refusal) {
    try await gate(keys).admit(header).check(Activity(document: activity))
  }

  private let activity: JSON = [
    "channelId": "msteams", "serviceUrl": .string(TokenParts.serviceURL),
  ]

  @Test(arguments: Forgery.all)
  func `a forged token is refused for what is wrong with it`(forgery: Forgery) async throws {
    let keys = [try #require(Signatory.genuine).published()]
    let header = try forgery.header(TokenParts())
    await #expect(throws: forgery.refusal) {
      try await attempt(header, forgery.activity, keys: keys)
    }
    #expect((401...403).contains(forgery.refusal.status.code))
  }

  @Test func `every refusal of a token is tried`() {
    let tried = Set(Forgery.all.map(\.refusal))
    let ofTokens = Set(Refusal.allCases.filter { (401...403).contains($0.status.code) })
    #expect(tried == ofTokens)
  }

  @Test(arguments: ["RS256", "RS384", "RS512"])
  func `a genuine token is let in`(algorithm: String) async throws {
    let genuine = try #require(Signatory.genuine)
    try await attempt(
      TokenParts().signed(algorithm).bearer(by: genuine), activity, keys: [genuine.published()])
  }

  @Test(arguments: [
    ("serviceUrl", "https://smba.trafficmanager.net/emea/"),
    ("SERVICEURL", "https://smba.trafficmanager.net/emea"),
    ("serviceurl", "https://smba.trafficmanager.net/emea"),
  ])
  func `the service URL's claim is known by any spelling`(
    name: String, address: String
  ) async throws {
    let genuine = try #require(Signatory.genuine)
    let parts = TokenParts().claiming("serviceurl", nil).claiming(name, .string(address))
    try await attempt(parts.bearer(by: genuine), activity, keys: [genuine.published()])
  }

  @Test func `clocks may differ by five minutes, and the scheme's case does not matter`()
    async throws
  {
    let genuine = try #require(Signatory.genuine)
    let now = Int(Date().timeIntervalSince1970)
    let parts = TokenParts().claiming("exp", .number("\(now - 280).5"))
      .claiming("nbf", .int(now + 290)).claiming("aud", ["other", .string(TokenParts.botID)])
    let header = try parts.bearer(by: genuine).replacing("Bearer", with: "bearer")
    try await attempt(header, activity, keys: [genuine.published()])
  }

  @Test func `a key for another algorithm or of no use for signatures signs nothing`()
    async throws
  {
    let genuine = try #require(Signatory.genuine)
    let header = try TokenParts().bearer(by: genuine)
    let bound = [try genuine.published(algorithm: "RS512")]
    await #expect(throws: Refusal.algorithmRefused) {
      try await attempt(header, activity, keys: bound)
    }
    for endorsements in [nil, [], ["slack"], "msteams"] as [JSON?] {
      let keys = [try genuine.published(endorsements: endorsements)]
      await #expect(throws: Refusal.endorsementMissing) {
        try await attempt(header, activity, keys: keys)
      }
    }
  }
}
