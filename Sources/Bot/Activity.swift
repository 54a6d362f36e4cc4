package import Documents

/// What the Bot connector tells the bot: a message, a change in a team, a pressed button.
package struct Activity: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  /// One side of a conversation.
  package struct Account: DocumentView, Hashable {
    package let document: JSON

    package init(document: JSON) {
      self.document = document
    }

    /// `29:…` for a person, `28:…` for a bot.
    package var id: String? { document["id"]?.string }
    package var name: String? { document["name"]?.string }
    /// The person's id in Entra ID.
    package var userID: String? { document["aadObjectId"]?.string }
  }

  /// `message`, `conversationUpdate`, `invoke` and so on, as it was sent.
  package var type: String { text("type") ?? "" }
  package var kind: Kind { Kind(type) }
  package var id: String? { text("id") }
  package var timestamp: String? { text("timestamp") }
  /// Where answers to it go.
  package var serviceURL: String? { text("serviceUrl") }
  /// `msteams` for Teams.
  package var channelID: String? { text("channelId") }
  /// What an `invoke` or `event` is about, as `adaptiveCard/action`.
  package var name: String? { text("name") }
  package var from: Account? { account("from") }
  /// The bot itself.
  package var recipient: Account? { account("recipient") }
  package var membersAdded: [Account] { accounts("membersAdded") }
  package var membersRemoved: [Account] { accounts("membersRemoved") }

  package var conversationID: String? { text("conversation.id") }
  /// `personal`, `groupChat` or `channel`.
  package var conversationType: String? { text("conversation.conversationType") }
  package var isPersonal: Bool { conversationType == "personal" }
  /// The tenant that the conversation belongs to.
  package var tenantID: String? {
    text("channelData.tenant.id") ?? text("conversation.tenantId")
  }
  /// The team's id in the connector, which is its General channel's.
  package var teamID: String? { text("channelData.team.id") }
  /// The team's id in Graph.
  package var teamGroupID: String? { text("channelData.team.aadGroupId") }
  package var teamName: String? { text("channelData.team.name") }
  package var teamsChannelID: String? { text("channelData.channel.id") }
  package var teamsChannelName: String? { text("channelData.channel.name") }
  /// `teamMemberAdded`, `teamRenamed`, `channelCreated` and so on.
  package var eventType: String? { text("channelData.eventType") }

  /// The message that this one answers, or whose card was used.
  package var replyToID: String? { text("replyToId") }
  /// What a card's inputs hold; `nil` for what is empty.
  package var value: JSON? {
    switch document["value"] {
    case nil, .null?, .string(""): nil
    case .object(let object)? where object.isEmpty: nil
    case let value?: value
    }
  }

  private func text(_ path: String) -> String? { document.value(at: path)?.string }

  private func account(_ key: String) -> Account? {
    document[key].flatMap { $0.object == nil ? nil : Account(document: $0) }
  }

  private func accounts(_ key: String) -> [Account] {
    (document[key]?.array ?? []).map(Account.init)
  }
}

extension Activity {
  /// The kinds that mean something to teamsh; any other is acknowledged and let go.
  package enum Kind: String, Sendable, CaseIterable {
    case message, messageUpdate, messageDelete, messageReaction
    case conversationUpdate, installationUpdate, invoke
    case other

    init(_ type: String) {
      self = type == "other" ? .other : Kind(rawValue: type) ?? .other
    }
  }

  /// What a redelivery has in common with the first delivery, and no other activity has.
  ///
  /// A message keeps its id when it is edited, deleted or reacted to, so the time of that belongs to the
  /// key. What has no id at all cannot be told from a redelivery but by its whole content.
  package var deliveryKey: String {
    var parts = [type, conversationID ?? ""]
    switch kind {
    case .messageUpdate, .messageDelete, .messageReaction:
      parts += [id ?? "", timestamp ?? document.text()]
    default:
      parts.append(id ?? document.text())
    }
    // With their lengths, so that no two lists of parts make the same text.
    return parts.map { "\($0.utf8.count):\($0)" }.joined(separator: " ")
  }
}
