package import FoundationEssentials

/// Who signs in, where, and for which Graph: the login service, the tenant, and Graph's root.
package struct Authority: Sendable, Hashable {
  /// The login service, such as `https://login.microsoftonline.com`.
  package let loginRoot: URL
  /// The tenant's id or one of its domains; also `organizations` for device code.
  package let tenant: String
  /// Graph without a version, such as `https://graph.microsoft.com`; for a bot, the connector's address.
  package let graphRoot: URL
  /// What tokens are asked for, where that is not called by its own address.
  private let audience: String?

  /// - Parameters:
  ///   - loginRoot: The login service.
  ///   - tenant: The tenant that is asked.
  ///   - graphRoot: Where tokens go.
  ///   - audience: What they are asked for; the address where they go unless it is given.
  package init(loginRoot: URL, tenant: String, graphRoot: URL, audience: String? = nil) {
    self.loginRoot = loginRoot
    self.tenant = tenant
    self.graphRoot = graphRoot
    self.audience = audience
  }

  /// The host that a token got here is bound to, with its port where the URL names one.
  package var graphHost: String { Self.host(of: graphRoot) }

  var authorizationEndpoint: String { endpoint("authorize") }
  var deviceCodeEndpoint: String { endpoint("devicecode") }
  var tokenEndpoint: String { endpoint("token") }

  /// The scope that asks for every permission which the app was granted beforehand.
  var defaultScope: String { resource + "/.default" }

  /// Names for the token request, with those that every sign-in needs.
  ///
  /// Permissions are relative to Microsoft's global Graph unless the resource is named, so any other Graph
  /// is named. The OpenID scopes belong to no resource.
  func requestScope(_ scopes: [String]) -> String {
    let named = scopes.map(named)
    let added = ["openid", "profile", "offline_access"].filter { !named.contains($0) }
    return (named + added).joined(separator: " ")
  }

  /// A permission with the resource that it is relative to, where that is not understood.
  func named(_ scope: String) -> String {
    let isComplete = Self.openIDScopes.contains(scope) || scope.contains("://")
    return isComplete || isGlobal ? scope : "\(resource)/\(scope)"
  }

  private static let openIDScopes: Set = ["openid", "profile", "email", "offline_access"]

  private var isGlobal: Bool { graphRoot.host()?.lowercased() == "graph.microsoft.com" }
  private var resource: String { audience ?? Self.text(of: graphRoot) }

  private func endpoint(_ name: String) -> String {
    "\(tenantAddress)/oauth2/v2.0/\(name)"
  }

  /// The tenant's folder at the login service.
  package var tenantAddress: String {
    "\(Self.text(of: loginRoot))/\(FormBody.percentEncoded(tenant))"
  }

  private static func text(of root: URL) -> String {
    let text = root.absoluteString
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private static func host(of url: URL) -> String {
    let host = url.host()?.lowercased() ?? ""
    let bracketed = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    return url.port.map { "\(bracketed):\($0)" } ?? bracketed
  }
}
