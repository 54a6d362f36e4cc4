import Foundation

/// One of Microsoft's clouds, as far as clients can tell them apart.
///
/// The tenant itself is always served on the loopback interface; the cloud decides what its documents
/// and tokens say, and which addresses of Graph its scopes may name.
package enum TenantCloud: String, Sendable, CaseIterable {
  case global
  case usgov
  case usgovDoD = "usgov-dod"
  case china

  /// The host of Microsoft Graph.
  var graphHost: String {
    switch self {
    case .global: "graph.microsoft.com"
    case .usgov: "graph.microsoft.us"
    case .usgovDoD: "dod-graph.microsoft.us"
    case .china: "microsoftgraph.chinacloudapi.cn"
    }
  }

  /// The hosts of the sign-in pages: the one that is used first, then the one that names caches.
  var loginHosts: [String] {
    switch self {
    case .global:
      ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"]
    case .usgov, .usgovDoD: ["login.microsoftonline.us", "login.usgovcloudapi.net"]
    case .china: ["login.partner.microsoftonline.cn", "login.chinacloudapi.cn"]
    }
  }

  var instanceName: String {
    switch self {
    case .global: "microsoftonline.com"
    case .usgov, .usgovDoD: "microsoftonline.us"
    case .china: "partner.microsoftonline.cn"
    }
  }

  /// The host of the directory service that came before Graph, which documents still name.
  var directoryHost: String {
    switch self {
    case .global, .usgov, .usgovDoD: "graph.windows.net"
    case .china: "graph.chinacloudapi.cn"
    }
  }

  var region: String {
    switch self {
    case .global: "EU"
    case .usgov, .usgovDoD: "USG"
    case .china: "AS"
    }
  }

  /// The host that access tokens name as their issuer.
  var issuerHost: String {
    switch self {
    case .global, .usgov, .usgovDoD: "sts.windows.net"
    case .china: "sts.chinacloudapi.cn"
    }
  }
}
