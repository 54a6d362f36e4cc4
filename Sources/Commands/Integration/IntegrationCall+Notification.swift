import CommandKit
import Documents
import Records

extension IntegrationCall {
  /// Whom a notification is for.
  struct Notification: Sendable, Hashable {
    var channel: String?
    var member: String?
  }

  var member: String? { arguments["team_member"] ?? arguments["to"] }

  /// Whom the notification is for; `nil` where none is to be sent: what came from Teams does not go back, and
  /// incidents below the profile's threshold are not told.
  func notification() -> Notification? {
    if arguments["messageType"] == "mirrorEntry",
      arguments["originalMessage"]?.contains("From Microsoft Teams") == true
    {
      return nil
    }
    var channel = arguments["channel"]
    if channel == nil, member == nil, let incident = mirroredIncident {
      channel = "incident-\(incident)"
    }
    let isOfIncident = ["incidentOpened", "incidentStatusChanged"].contains(
      arguments["messageType"] ?? "")
    guard channel == nil && isOfIncident || channel == "incidentNotificationChannel" else {
      return Notification(channel: channel, member: member)
    }
    let profile = workspace.configuration.profile
    let threshold = Severity(word: profile.severityThreshold ?? "Low") ?? .unknown
    guard Severity(word: arguments["severity"] ?? "") ?? .unknown >= threshold else { return nil }
    channel = profile.notificationsChannel ?? "General"
    return Notification(channel: channel, member: member)
  }

  /// The words that say what is sent, which may be a question.
  func content() -> [Word] {
    if let question { return question.words }
    var words: [Word] = ["notify", "send"]
    words +=
      arguments["adaptive_card"] == nil
      ? [.value(arguments.text("message"))] : ["--card", "-"]
    if let caption = arguments["external_form_url_header"] {
      words += ["--form-caption", .value(caption)]
    }
    return words
  }

  /// The card, as the standard input that the words ask for.
  var card: CommandInput? {
    if let question { return question.input }
    return arguments["adaptive_card"].map { .bytes(Array($0.utf8)) }
  }

  /// Changes a message of the bot's; a card that says the text unless it is to be a text.
  func update(_ recipient: Notification) async throws -> IntegrationAnswer {
    let text = arguments.text("message")
    var words: [Word] = ["notify", "update", .value(arguments.text("message_id"))]
    var card: CommandInput?
    if arguments.flag("format_as_card") {
      let content: JSON = [
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.0",
        "type": "AdaptiveCard", "msteams": ["width": "Full"],
        "body": [["type": "TextBlock", "text": .string(text), "wrap": true]],
      ]
      words += ["--card", "-"]
      card = .bytes(content.bytes)
    } else {
      words.append(.value(text))
    }
    return try await sent(words + place(of: recipient), card)
  }

  /// Sends it as the bot; a reply as the person, which Graph alone can take.
  func notify(_ notification: Notification) async throws -> IntegrationAnswer {
    var words = content()
    // A question is the bot's own, and no reply.
    if question == nil, let message = arguments["message_id"], notification.channel != nil {
      words += ["--reply", .value(message)]
    }
    return try await sent(words + place(of: notification), card)
  }

  /// The incident of which an entry is to be mirrored.
  private var mirroredIncident: String? {
    arguments["messageType"] == "mirrorEntry" ? incident : nil
  }

  private func place(of notification: Notification) -> [Word] {
    if let member = notification.member { return ["--to", .value(member)] }
    guard let channel = notification.channel else { return [] }
    return channelWords(channel, orOf: mirroredIncident)
  }

  private func sent(_ words: [Word], _ input: CommandInput?) async throws -> IntegrationAnswer {
    func missing(_ name: String) -> String { "Team member \(name) was not found" }
    let sent: CapturedReply
    do {
      sent = try await ask(words, input: input, orWithout: missing)
    } catch let error as CommandError {
      guard case .mention(.unknownToBot, let name, _) = error.code else { throw error }
      throw fault(.notFound(missing(name)))
    }
    return IntegrationAnswer(
      "Message was sent successfully.",
      context: [("Message", ["ID": sent.messageID])], references: sent.references)
  }
}
