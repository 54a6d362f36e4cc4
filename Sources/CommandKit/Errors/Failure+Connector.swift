import Graph

/// The codes of the Bot connector that say more than the status beside them.
enum ConnectorCode: String, CaseIterable {
  case badArgument = "BadArgument"
  case notInRoster = "BotNotInConversationRoster"
  case noConversation = "ConversationNotFound"
  case tooBig = "MessageSizeTooBig"
  case failed = "ServiceError"
}

extension Failure {
  /// The words for what the Bot connector has a code of its own for; `nil` for anything else.
  init?(connector error: GraphError) {
    guard error.isOfConnector, !error.followsLostAnswer,
      let code = ConnectorCode(rawValue: error.graphCode)
    else { return nil }
    let said = Self.said(error)
    switch code {
    case .badArgument:
      self.init(
        "The Bot connector cannot use what it was sent.", why: said,
        next: "Look at it with --dry-run: a card, a person or an id in it is wrong.", .failed)
    case .notInRoster:
      self.init(
        "The bot takes no part in this conversation.", why: said,
        next: "Its app has to be in the team or chat, or with the person. See: help app add",
        .permission)
    case .noConversation:
      self.init(
        "The bot has no such conversation.", why: said,
        next: "Name the channel or the person instead: the conversation is found then.", .notFound)
    case .tooBig:
      self.init(
        "The message is too big for Teams.", why: said,
        next: "Shorten it, or send it in parts.", .failed)
    case .failed:
      self.init(
        "The Bot connector is out of order (\(error.status)).", why: said,
        next: error.mayHaveHappened
          ? "It may have been carried out: look before you repeat it." : "Try again in a while.",
        .server)
    }
  }
}
