import JWTKit

/// What an access token for the Bot connector says.
struct BotClaims: JWTPayload, Equatable {
  /// The directory in which bots of several tenants sign in.
  static let commonDirectory = "d6d49420-f39b-4df7-a1dc-d59a935871db"

  let aud: String
  let iss: String
  let iat: Int
  let nbf: Int
  let exp: Int
  let appid: String
  let appidacr: String
  let tid: String
  let uti: String
  var ver = "1.0"

  /// The library checks the signature; times are checked against the tenant's own clock.
  func verify(using algorithm: some JWTAlgorithm) async throws {}
}

extension TenantCloud {
  /// The host of the Bot Framework, which tokens for the connector name.
  var botHost: String {
    switch self {
    case .global: "api.botframework.com"
    case .usgov, .usgovDoD: "api.botframework.us"
    case .china: "api.botframework.azure.cn"
    }
  }

  /// Whether a `scope` parameter asks for the connector.
  func isBotScope(_ scope: String) -> Bool {
    scope.lowercased() == "https://\(botHost)/.default"
  }
}
