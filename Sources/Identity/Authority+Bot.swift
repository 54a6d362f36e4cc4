package import FoundationEssentials

/// Where the bots of a cloud get their tokens: the directory that knows them, and what the tokens are for.
///
/// Of 21Vianet's cloud no such facts are known for sure, so a bot there is treated as one of the global
/// cloud; a cloud of one's own is taken to do as that one does.
package struct BotDirectory: Sendable, Hashable {
  /// The directory in which bots are registered that any tenant may use.
  package let name: String
  let audience: String

  package init(of cloud: Cloud) {
    switch cloud {
    case .usgov, .usgovDoD:
      name = "MicrosoftServices.onmicrosoft.us"
      audience = "https://api.botframework.us"
    case .global, .china, .custom:
      name = "botframework.com"
      audience = "https://api.botframework.com"
    }
  }
}

extension Authority {
  /// Where a bot gets the tokens that the Bot connector takes.
  ///
  /// A bot of several tenants is known to the Bot Framework's own directory, one of a single tenant to that
  /// tenant (Bot connector authentication).
  ///
  /// - Parameters:
  ///   - loginRoot: The login service.
  ///   - directory: The Bot Framework's directory in this cloud.
  ///   - tenant: The bot's own tenant; `nil` for the directory of the Bot Framework.
  ///   - connector: The connector's address, to whose host the tokens are bound.
  /// - Returns: The authority.
  package static func bot(
    loginRoot: URL, directory: BotDirectory, tenant: String?, connector: URL
  ) -> Authority {
    Authority(
      loginRoot: loginRoot, tenant: tenant ?? directory.name, graphRoot: connector,
      audience: directory.audience)
  }
}
