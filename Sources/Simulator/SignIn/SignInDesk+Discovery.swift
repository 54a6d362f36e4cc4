import Foundation
import HTTPTypes

extension SignInDesk {
  /// The description of the endpoints, which clients read first.
  func discovery(_ name: String, _ origin: String) -> Document {
    let id = Self.isBotFramework(name) ? BotClaims.commonDirectory : tenant.profile.id
    let cloud = tenant.cloud
    let segment = name == "common" || name == "organizations" ? name : id
    let base = "\(origin)/\(segment)"
    let issuer = segment == id ? "\(origin)/\(id)/v2.0" : "\(origin)/{tenantid}/v2.0"
    return [
      "token_endpoint": .string("\(base)/oauth2/v2.0/token"),
      "token_endpoint_auth_methods_supported": [
        "client_secret_post", "private_key_jwt", "client_secret_basic",
      ],
      "jwks_uri": .string("\(base)/discovery/v2.0/keys"),
      "response_modes_supported": ["query", "fragment", "form_post"],
      "subject_types_supported": ["pairwise"], "id_token_signing_alg_values_supported": ["RS256"],
      "response_types_supported": ["code"],
      "scopes_supported": ["openid", "profile", "email", "offline_access"],
      "issuer": .string(issuer), "request_uri_parameter_supported": false,
      "userinfo_endpoint": .string("https://\(cloud.graphHost)/oidc/userinfo"),
      "authorization_endpoint": .string("\(base)/oauth2/v2.0/authorize"),
      "device_authorization_endpoint": .string("\(base)/oauth2/v2.0/devicecode"),
      "http_logout_supported": true, "frontchannel_logout_supported": true,
      "end_session_endpoint": .string("\(base)/oauth2/v2.0/logout"),
      "claims_supported": [
        "sub", "iss", "aud", "exp", "iat", "name", "nonce", "tid", "ver", "preferred_username",
        "oid",
      ],
      "tenant_region_scope": segment == id ? .string(cloud.region) : nil,
      "cloud_instance_name": .string(cloud.instanceName),
      "cloud_graph_host_name": .string(cloud.directoryHost),
      "msgraph_host": .string(cloud.graphHost),
    ]
  }

  /// What the libraries of Microsoft ask before they trust a host.
  func instance(_ visit: Visit) throws -> Answer {
    let own = Self.host(visit.origin)
    guard let endpoint = visit.query["authorization_endpoint"] else {
      throw TokenFailure.missing("authorization_endpoint")
    }
    let asked = Self.host(endpoint)
    guard asked == own || TenantCloud.allCases.contains(where: { $0.loginHosts.contains(asked) })
    else {
      throw TokenFailure.unknownInstance
    }
    let name = endpoint.split(separator: "/").dropFirst(2).first.map(String.init) ?? "common"
    let known = [[own]] + TenantCloud.allCases.map(\.loginHosts)
    return .ok([
      "tenant_discovery_endpoint": .string(
        "\(visit.origin)/\(name)/v2.0/.well-known/openid-configuration"),
      "api-version": "1.1",
      "metadata": .array(known.map(Self.metadata)),
    ])
  }

  private static func metadata(_ hosts: [String]) -> Document {
    [
      "preferred_network": .string(hosts[0]),
      "preferred_cache": .string(hosts.count > 1 ? hosts[1] : hosts[0]),
      "aliases": .strings(hosts),
    ]
  }

  /// The host of an address, with its port where it has one.
  private static func host(_ address: String) -> String {
    guard let parts = URLComponents(string: address), let host = parts.host else { return "" }
    return host.lowercased() + (parts.port.map { ":\($0)" } ?? "")
  }
}
