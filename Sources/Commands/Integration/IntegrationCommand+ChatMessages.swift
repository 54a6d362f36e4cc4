import CommandKit
import Documents

extension IntegrationCommand {
  static let chatMessageList = IntegrationCommand(
    "microsoft-teams-chat-message-list", "List the messages of a chat, the newest first.",
    effect: .reads,
    arguments: [.chat(), .limit, .orderBy, .nextLink, .pageSize],
    equivalent: "message list --chat CHAT --order ORDER --limit NUMBER",
    example: "microsoft-teams-chat-message-list chat='Project X' order_by=createdDateTime"
  ) { call in
    let arguments = call.arguments
    let name = arguments.text("chat")
    let id = try await call.chat(name)["id"]?.string ?? ""
    var words: [Word] = ["message", "list"]
    if let link = arguments["next_link"] {
      words += ["--next", .value(link), "--limit", Word(String(arguments.number("page_size")))]
    } else {
      words += ["--chat", .value(id), "--order", arguments.order]
      words += ["--limit", Word(String(arguments.number("limit")))]
    }
    let reply = try await call.ask(words)
    let table = IntegrationRows.messages("Messages list in \"\(name)\" chat:", reply.documents)
    var context: [(String, JSON)] = []
    if let next = reply.nextLink { context.append(("MessageListNextLink", .string(next))) }
    context.append(
      ("ChatList", ["chatId": .string(id), "messages": .array(reply.documents)]))
    return IntegrationAnswer(
      table.text + IntegrationRows.more(reply.nextLink), context: context, table: table.table,
      references: reply.references)
  }

  static let messageSendToChat = IntegrationCommand(
    "microsoft-teams-message-send-to-chat", "Send a message to a chat.", effect: .changes,
    arguments: [
      .chat(),
      IntegrationArgument(
        "content", "The message; @Name; mentions a member of the chat.", isRequired: true),
      IntegrationArgument(
        "content_type", "What the message is.", standard: "text", allowed: ["text", "html"]),
    ],
    equivalent: "message send TEXT --chat CHAT",
    example: "microsoft-teams-message-send-to-chat chat='Project X' content=\"Good morning\""
  ) { call in
    let name = call.arguments.text("chat")
    let content = call.arguments.text("content")
    var words: [Word] = ["message", "send", .value(content)]
    if call.arguments["content_type"] == "html" { words.append("--html") }
    // Here a name without the semicolon is no mention, and nothing is one without a space before it.
    let mentions = content.firstMatch(of: /(?:^|[ ])@[^@;\r\n]+;/) != nil
    words.append(mentions ? "--closed-mentions" : "--no-mentions")
    let message = try await call.send(words, to: name)
    let id = message.document["chatId"] ?? .null
    let table = IntegrationRows.messages(
      "Message was sent successfully in the '\(name)' chat.", message.documents)
    return IntegrationAnswer(
      table.text,
      context: [
        (
          "ChatList",
          ["chatId": id, "messages": message.document.without("@odata.context")]
        )
      ], table: table.table, references: message.references)
  }

  static let listMessages = IntegrationCommand(
    "microsoft-teams-list-messages", "List the messages of a channel or chat.", effect: .reads,
    arguments: [
      IntegrationArgument(
        "conversation_id", "The channel or chat: its name or its id.", as: .channel,
        isRequired: true),
      IntegrationArgument("team_name", "The channel's team.", as: .team),
      .limit, .orderBy, .nextLink,
      IntegrationArgument("message_id", "A message of a channel, for its replies."),
    ],
    equivalent: "message list --team TEAM --channel CHANNEL --limit NUMBER",
    example: "microsoft-teams-list-messages conversation_id=General team_name='Contoso IT' limit=5"
  ) { call in
    let arguments = call.arguments
    let name = arguments.text("conversation_id")
    var words: [Word] = ["message", "list"]
    if let link = arguments["next_link"] {
      words += ["--next", .value(link)]
    } else {
      words += try await call.conversation(name)
    }
    let reply = try await call.ask(
      words + ["--limit", Word(String(arguments.number("limit")))])
    let table = IntegrationRows.messages("Messages list in \"\(name)\":", reply.documents)
    var context: [(String, JSON)] = []
    if let next = reply.nextLink { context.append(("MessagesListNextLink", .string(next))) }
    let count = JSON.int(reply.documents.count)
    context.append(
      (
        "MessagesList",
        ["conversationId": .string(name), "messages": .array(reply.documents)]
      ))
    context.append(("MessagesListMetadata", ["returned_count": count, "filtered_count": count]))
    return IntegrationAnswer(
      table.text + IntegrationRows.more(reply.nextLink), context: context, table: table.table,
      references: reply.references)
  }
}

extension IntegrationCall {
  /// Sends a message to a chat, which the first one to a person makes; the bot's app is put there before.
  fileprivate func send(_ words: [Word], to chat: String) async throws -> CapturedReply {
    let recipient = try await recipient(chat)
    let sending = words + ["--chat", .value(recipient.id)]
    guard hasBot else { return try await send(sending, named: chat, isTrial: false) }
    // Nothing is changed for a message that mentions somebody who is not there.
    let trial = try await send(sending, named: chat, isTrial: true)
    var id = recipient.id
    if case .person = recipient {
      id = self.id(of: try await ask(["chat", "create", .value(id), "--one-on-one"]))
    }
    try await addBotApp(toChat: id)
    guard id != Named.newID else {
      plan(trial.plan.suffix(1))
      return trial
    }
    return try await send(words + ["--chat", .value(id)], named: chat, isTrial: false)
  }

  /// Sends it, and says in the integration's words who cannot be mentioned.
  private func send(
    _ words: [Word], named chat: String, isTrial: Bool
  ) async throws -> CapturedReply {
    do {
      return try await ask(words, isTrial: isTrial)
    } catch let error as CommandError {
      guard case .mention(let fault, let name, _) = error.code else { throw error }
      switch fault {
      case .unknown, .unknownToBot:
        throw self.fault(
          .notFound("Mentioned user '\(name)' is not a member of chat '\(chat)'."))
      case .ambiguous:
        throw self.fault(
          .refused(
            "Mentioned user '\(name)' is ambiguous in chat '\(chat)'. "
              + "Use a unique member display name."))
      case .withoutID:
        throw self.fault(
          .refused(
            "Mentioned user '\(name)' cannot be mentioned because an Entra user ID is unavailable."
          ))
      }
    }
  }

  /// The options of `message list` for a channel of the team that is named, or else for a chat.
  fileprivate func conversation(_ name: String) async throws -> [Word] {
    if let team = arguments["team_name"] {
      do {
        let channel = try await ask(
          ["channel", "show", .value(name), "--team", .value(team)])
        // As Graph gives them, unless another order is asked for: that reads the channel to its end.
        let order: [Word] = arguments.isGiven("order_by") ? ["--order", arguments.order] : []
        if let message = arguments["message_id"], let path = channel.references.first {
          return ["--replies", .value("\(path)/\(message)")] + order
        }
        return ["--team", .value(team), "--channel", .value(name)] + order
      } catch is IntegrationFault {
        // No channel of that name: perhaps it is a chat's.
      }
    }
    // An app has no chats to look for a name in.
    if !worksAsApp {
      do {
        let chat = try await chat(name)
        return ["--chat", .value(chat["id"]?.string ?? ""), "--order", arguments.order]
      } catch is IntegrationFault {
        // No chat either.
      }
    }
    var text = "Failed to find chat or channel."
    if arguments["team_name"] == nil {
      text += " If you are trying to get messages from a channel, please provide the 'team_name'."
    }
    if worksAsApp {
      text +=
        " If you are trying to get messages from a chat, please use the Authorization Code flow."
    }
    throw fault(.notFound(text))
  }
}
