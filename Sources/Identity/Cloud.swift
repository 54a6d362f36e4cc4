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

  /// The roots of the login service and of Graph; `nil` where nobody but the profile knows them.
  package var roots: (login: String, graph: String)? {
    switch self {
    case .global: ("https://login.microsoftonline.com", "https://graph.microsoft.com")
    case .usgov: ("https://login.microsoftonline.us", "https://graph.microsoft.us")
    case .usgovDoD: ("https://login.microsoftonline.us", "https://dod-graph.microsoft.us")
    case .china:
      ("https://login.partner.microsoftonline.cn", "https://microsoftgraph.chinacloudapi.cn")
    case .custom: nil
    }
  }
}
