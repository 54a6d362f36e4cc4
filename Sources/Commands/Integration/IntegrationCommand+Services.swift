import CommandKit
import Documents
import Graph

extension IntegrationCommand {
  static let createMeeting = IntegrationCommand(
    "microsoft-teams-create-meeting", "Create an online meeting.", effect: .changes,
    arguments: [
      IntegrationArgument("subject", "What it is about.", isRequired: true),
      IntegrationArgument("member", "Whose meeting it is.", as: .person, isRequired: true),
      IntegrationArgument("start_time", "When it begins, in ISO 8601.", as: .date),
      IntegrationArgument("end_time", "When it ends, in ISO 8601.", as: .date),
    ],
    equivalent: "meeting create SUBJECT --for PERSON --start TIME --end TIME",
    example: "microsoft-teams-create-meeting subject=Review member='Megan Bowen'"
  ) { call in
    let arguments = call.arguments
    let subject = arguments.text("subject")
    var words: [Word] = [
      "meeting", "create", .value(subject), "--for", .value(arguments.text("member")),
    ]
    if let start = try call.time("start_time") { words += ["--start", .value(start)] }
    if let end = try call.time("end_time") { words += ["--end", .value(end)] }
    let created = try await call.ask(words)
    let meeting = created.document
    func field(_ path: String) -> JSON { meeting.value(at: path) ?? "" }
    return IntegrationAnswer(
      "The meeting \"\(subject)\" was created successfully",
      context: [
        (
          "CreateMeeting",
          [
            "creationDateTime": field("creationDateTime"),
            "threadId": field("chatInfo.threadId"), "messageId": field("chatInfo.messageId"),
            "id": field("id"), "joinWebUrl": field("joinWebUrl"),
            "participantId": field("participants.organizer.identity.user.id"),
            "participantDisplayName": field("participants.organizer.identity.user.displayName"),
          ]
        )
      ], references: created.references)
  }

  static let ringUser = IntegrationCommand(
    "microsoft-teams-ring-user", "Ring somebody, as the app.", effect: .changes,
    arguments: [
      IntegrationArgument("username", "Who.", as: .person, isRequired: true)
    ],
    equivalent: "call ring PERSON",
    example: "microsoft-teams-ring-user username='Adele Vance' --dry-run"
  ) { call in
    let name = call.arguments.text("username")
    _ = try await call.ask(["call", "ring", .value(name)])
    return IntegrationAnswer("Calling \(name)")
  }

  static let policyViolation = IntegrationCommand(
    "microsoft-teams-message-update-policy-violation",
    "Mark a message as a violation of a policy.", effect: .changes,
    arguments: [
      IntegrationArgument("message_id", "The message.", isRequired: true),
      IntegrationArgument("chat_id", "The id of its chat."),
      IntegrationArgument("team_id", "The id of its channel's team."),
      IntegrationArgument("channel_id", "The id of its channel."),
      IntegrationArgument("parent_message_id", "The message that a reply is below."),
      IntegrationArgument(
        "dlp_action", "What is done about it.",
        allowed: ["NoAction", "BlockAccess", "BlockAccessExternal"]),
      IntegrationArgument("policy_tip_general_text", "What readers are told."),
      IntegrationArgument(
        "verdict_details", "Whether the sender may overrule it.",
        allowed: [
          "None", "AllowOverride", "AllowOverrideWithoutJustification",
          "AllowOverrideWithJustification",
        ]),
      IntegrationArgument(
        "payment_model", "The payment model of the API.", allowed: ["A", "B"]),
    ],
    equivalent: "graph patch PATH JSON",
    example: "microsoft-teams-message-update-policy-violation chat_id=19:x@thread.v2 "
      + "message_id=1 dlp_action=BlockAccess --dry-run"
  ) { call in
    let path = try call.policyPath()
    var violation = JSONObject()
    if let action = call.arguments["dlp_action"] { violation["dlpAction"] = .string(action) }
    if let text = call.arguments["policy_tip_general_text"] {
      violation["policyTip"] = ["generalText": .string(text)]
    }
    if let details = call.arguments["verdict_details"] {
      violation["verdictDetails"] = .string(details)
    }
    let body: JSON = ["policyViolation": .object(violation)]
    _ = try await call.ask(["graph", "patch", .value(path), .value(body.text())])
    let fields: [(String, String)] = [
      ("messageId", "message_id"), ("chatId", "chat_id"), ("teamId", "team_id"),
      ("channelId", "channel_id"), ("parentMessageId", "parent_message_id"),
      ("dlpAction", "dlp_action"), ("verdictDetails", "verdict_details"),
    ]
    let known = fields.compactMap { key, argument in
      call.arguments[argument].map { (key, JSON.string($0)) }
    }
    let table = MarkdownTable(
      "Teams Message Policy Violation", headers: known.map { $0.0.headerWords },
      rows: [Dictionary(known.map { ($0.0.headerWords, $0.1) }) { $1 }])
    return IntegrationAnswer(
      table.text,
      context: [("TeamsMessagePolicyViolation", .object(JSONObject(known)))], table: table.table,
      references: [call.arguments.text("message_id")])
  }
}

extension IntegrationCall {
  /// A time that `meeting create` takes.
  fileprivate func time(_ name: String) throws(IntegrationFault) -> String? {
    guard let text = arguments[name] else { return nil }
    guard MeetingTime(argument: Word.value(text).argument) != nil else {
      throw fault(
        .refused("\(name)= takes a time in ISO 8601, and \u{201C}\(text)\u{201D} is none."))
    }
    return text
  }

  /// The path of the message, checked as the integration does.
  fileprivate func policyPath() throws(IntegrationFault) -> String {
    let (chat, parent) = (arguments["chat_id"], arguments["parent_message_id"])
    let (team, channel) = (arguments["team_id"], arguments["channel_id"])
    func refused(_ text: String) -> IntegrationFault { fault(.refused(text)) }
    if chat != nil, parent != nil {
      throw refused(
        "'parent_message_id' is only supported for channel messages, not chat messages.")
    }
    if chat != nil, team != nil || channel != nil {
      throw refused("Provide either 'chat_id' or 'team_id' and 'channel_id', not both.")
    }
    if parent != nil, team == nil || channel == nil {
      throw refused("A channel reply requires both 'team_id' and 'channel_id'.")
    }
    if chat == nil, team == nil, channel == nil {
      throw refused(
        "A message target is required: either 'chat_id' or 'team_id' and 'channel_id'.")
    }
    let message = arguments.text("message_id")
    let path: GraphPath
    if let chat {
      path = "/chats/\(chat)/messages/\(message)"
    } else if let team, let channel {
      let place: GraphPath = "/teams/\(team)/channels/\(channel)/messages"
      path = parent.map { "\(place)/\($0)/replies/\(message)" } ?? "\(place)/\(message)"
    } else {
      throw refused("A channel message requires both 'team_id' and 'channel_id'.")
    }
    return path.text + (arguments["payment_model"].map { "?model=\($0)" } ?? "")
  }
}

extension String {
  /// A name such as `lastMessageReadDateTime` as the words of a header.
  var headerWords: String {
    var words = ""
    for character in self {
      if words.isEmpty {
        words += character.uppercased()
      } else {
        if character.isUppercase { words += " " }
        words.append(character)
      }
    }
    return words
  }
}
