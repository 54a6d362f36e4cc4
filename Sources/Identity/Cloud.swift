/// One of Microsoft's clouds, each with a login service and a Graph of its own.
package enum Cloud: String, Sendable, CaseIterable {
  /// Microsoft's own, which government community clouds (GCC) use too.
  case global
  /// GCC High.
  case usgov
  case usgovDoD = "usgov-dod"
  /// 21Vianet's.
  case china
  /// Any other, whose addresses have to be named.
  case custom

  /// The addresses of a cloud.
  package struct Roots: Sendable {
    package let login: String
    package let graph: String
    /// The Bot connector that serves every region; `nil` where a bot learns it from Teams only.
    package var connector: String?
  }

  /// The roots of the cloud's services; `nil` where nobody but the profile knows them.
  package var roots: Roots? {
    switch self {
    case .global:
      Roots(
        login: "https://login.microsoftonline.com", graph: "https://graph.microsoft.com",
        connector: "https://smba.trafficmanager.net/teams")
    case .usgov:
      Roots(login: "https://login.microsoftonline.us", graph: "https://graph.microsoft.us")
    case .usgovDoD:
      Roots(login: "https://login.microsoftonline.us", graph: "https://dod-graph.microsoft.us")
    case .china:
      Roots(
        login: "https://login.partner.microsoftonline.cn",
        graph: "https://microsoftgraph.chinacloudapi.cn")
    case .custom: nil
    }
  }
}
