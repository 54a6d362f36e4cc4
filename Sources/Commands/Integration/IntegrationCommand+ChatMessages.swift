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
    let id = try await call.chat(name, creates: false)["id"]?.string ?? ""
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
    let id = try await call.chat(name, creates: true)["id"]?.string ?? ""
    var words: [Word] = ["message", "send", .value(content), "--chat", .value(id)]
    if call.arguments["content_type"] == "html" { words.append("--html") }
    // Here a name without the semicolon is no mention.
    if content.firstMatch(of: /(?:^|[ ])@[^@;\r\n]+;/) == nil { words.append("--no-mentions") }
    let message = try await call.send(words, to: name)
    let table = IntegrationRows.messages(
      "Message was sent successfully in the '\(name)' chat.", message.documents)
    return IntegrationAnswer(
      table.text,
      context: [
        (
          "ChatList",
          ["chatId": .string(id), "messages": message.document.without("@odata.context")]
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
  /// Sends a message, and says in the integration's words who cannot be mentioned in it.
  fileprivate func send(_ words: [Word], to chat: String) async throws -> CapturedReply {
    do {
      return try await ask(words)
    } catch let error as CommandError {
      guard case .mention(let fault, let name, _) = error.code else { throw error }
      switch fault {
      case .unknown:
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
    do {
      let chat = try await chat(name, creates: false)
      return ["--chat", .value(chat["id"]?.string ?? ""), "--order", arguments.order]
    } catch is IntegrationFault {
      var text = "Failed to find chat or channel."
      if arguments["team_name"] == nil {
        text +=
          " If you are trying to get messages from a channel, please provide the 'team_name'."
      }
      throw fault(.notFound(text))
    }
  }
}
