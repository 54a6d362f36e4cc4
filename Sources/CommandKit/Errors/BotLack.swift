/// What a profile does not say of its bot.
package enum BotLack: Sendable, Hashable, CaseIterable {
  case id, secret
  /// The address of the Bot connector.
  case connector
}
