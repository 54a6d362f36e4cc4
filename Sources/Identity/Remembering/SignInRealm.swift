internal import FoundationEssentials

/// Where a sign-in is good: the login service, the Graph host, the tenant, and the app it was made with.
package struct SignInRealm: Sendable, Hashable {
  package let loginRoot: String
  package let graphHost: String
  package let tenant: String
  package let clientID: String

  package init(_ authority: Authority, clientID: String) {
    loginRoot = authority.loginRoot.absoluteString
    graphHost = authority.graphHost
    tenant = authority.tenant.lowercased()
    self.clientID = clientID.lowercased()
  }
}
