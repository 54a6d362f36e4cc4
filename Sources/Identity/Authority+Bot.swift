package import FoundationEssentials

extension Authority {
  /// Where the bots are registered that any tenant may use.
  package static let botFramework = "botframework.com"

  /// Where a bot gets the tokens that the Bot connector takes.
  ///
  /// A bot of several tenants is known to the Bot Framework's own directory, one of a single tenant to that
  /// tenant (Bot connector authentication).
  ///
  /// - Parameters:
  ///   - loginRoot: The login service.
  ///   - tenant: The bot's own tenant; `nil` for the directory of the Bot Framework.
  ///   - connector: The connector's address, to whose host the tokens are bound.
  /// - Returns: The authority.
  package static func bot(loginRoot: URL, tenant: String?, connector: URL) -> Authority {
    Authority(
      loginRoot: loginRoot, tenant: tenant ?? botFramework, graphRoot: connector,
      audience: "https://api.botframework.com")
  }
}
