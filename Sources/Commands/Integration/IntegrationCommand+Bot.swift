import CommandKit
import Documents

/// The commands that a bot carries out.
extension IntegrationCommand {
  private static let recipient = [
    IntegrationArgument("channel", "The channel to send to.", as: .channel),
    IntegrationArgument("team_member", "The member of a team to send to.", as: .person),
    IntegrationArgument("to", "The same as team_member.", as: .person),
    IntegrationArgument.team(isRequired: false),
  ]

  static let sendNotification = IntegrationCommand(
    "send-notification", "Send a notification as the bot.", effect: .changes,
    arguments: recipient + [
      IntegrationArgument("message", "The message; @Name; mentions a member of the team."),
      IntegrationArgument("adaptive_card", "An adaptive card, as JSON.", as: .json),
      IntegrationArgument("message_id", "The message of a channel to reply to."),
      IntegrationArgument("external_form_url_header", "What links to forms are called."),
      IntegrationArgument("messageType", "What the platform sends it for."),
      IntegrationArgument("originalMessage", "What the platform sends it about."),
      IntegrationArgument("severity", "How severe what it is about is."), .incident,
    ],
    equivalent: "notify send TEXT --team TEAM --channel CHANNEL",
    example: "send-notification channel=General message=\"hello world!\" team='Contoso IT'"
  ) { call in
    try call.checkCard(
      failing: "Given adaptive card is not in valid JSON format. Error: ")
    guard let notification = call.notification() else { return IntegrationAnswer("") }
    try call.checkRecipient(notification)
    let (message, card) = (call.arguments["message"], call.arguments["adaptive_card"])
    guard message != nil || card != nil else {
      throw call.fault(.refused("No message or adaptive card to send were provided."))
    }
    guard message == nil || card == nil else {
      throw call.fault(.refused("Provide either message or adaptive to send, not both."))
    }
    return try await call.notify(notification)
  }

  static let quickAction = IntegrationCommand(
    "teams-send-notification-quick-action", "Send a notification to a channel as the bot.",
    effect: .changes,
    arguments: [
      .channel(), IntegrationArgument("message", "The message.", isRequired: true),
    ],
    equivalent: "notify send TEXT --channel CHANNEL",
    example: "teams-send-notification-quick-action channel=General message=hello"
  ) { call in
    guard let notification = call.notification() else { return IntegrationAnswer("") }
    return try await call.notify(notification)
  }

  static let messageUpdate = IntegrationCommand(
    "microsoft-teams-message-update", "Update a message that the bot has sent.",
    effect: .changes,
    arguments: [IntegrationArgument("message_id", "The message.", isRequired: true)] + recipient
      + [
        IntegrationArgument("message", "What it is to say."),
        IntegrationArgument(
          "format_as_card", "Whether it is shown as a card.", form: .boolean, standard: "true"),
      ],
    equivalent: "notify update MESSAGE TEXT --team TEAM --channel CHANNEL",
    example: "microsoft-teams-message-update message_id=1 channel=General message=hello"
  ) { call in
    let recipient = IntegrationCall.Notification(
      channel: call.arguments["channel"], member: call.member)
    try call.checkRecipient(recipient)
    return try await call.update(recipient)
  }

  static let sendProactiveMessage = IntegrationCommand(
    "microsoft-teams-send-proactive-message", "Write to somebody first, as the bot.",
    effect: .changes,
    arguments: [
      IntegrationArgument("user_id", "Who.", as: .person, isRequired: true),
      IntegrationArgument("message", "The message."),
      IntegrationArgument("adaptive_card", "An adaptive card, as JSON.", as: .json),
    ],
    equivalent: "notify send TEXT --to PERSON",
    example: "microsoft-teams-send-proactive-message user_id='Adele Vance' message=hello"
  ) { call in
    let (message, card) = (call.arguments["message"], call.arguments["adaptive_card"])
    guard message != nil || card != nil else {
      throw call.fault(.refused("Either message or adaptive_card must be provided."))
    }
    guard message == nil || card == nil else {
      throw call.fault(.refused("Provide either message or adaptive_card, not both."))
    }
    try call.checkCard(
      failing:
        "Failed to parse Adaptive Card: The provided input is not a valid JSON string. Error: ")
    let user = call.arguments.text("user_id")
    let sent = try await call.ask(
      call.content() + ["--to", .value(user)], input: call.card,
      orWithout: { "User not found: \($0)." })
    return IntegrationAnswer(
      "Message was sent successfully.",
      context: [
        (
          "Conversation",
          [
            "ConversationId": sent.document["conversation"] ?? .null,
            "UserId": sent.document["person"] ?? .null,
            "ActivityId": sent.messageID, "UserIdentifier": .string(user),
          ]
        )
      ], references: sent.references)
  }
}

extension IntegrationCall {
  /// Refuses a call with no recipient, or with two.
  fileprivate func checkRecipient(_ notification: Notification) throws(IntegrationFault) {
    let (channel, member) = (notification.channel, notification.member)
    guard channel != nil || member != nil else {
      throw fault(.refused("No channel or team member to send message were provided."))
    }
    guard channel == nil || member == nil else {
      throw fault(
        .refused("Provide either channel or team member to send message to, not both."))
    }
  }
}
