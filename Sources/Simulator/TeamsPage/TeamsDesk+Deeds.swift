import GRDB
import HTTPTypes

/// What a person does on the page.
extension TeamsDesk {
  /// Says something, to the bot where it is mentioned.
  func say(_ ask: Ask) async throws -> Answer {
    let text = try ask.text("text")
    let now = tenant.now
    let bot = ask.bot
    let id = try await tenant.write { db in
      let person = try ask.person(db)
      let name = try ask.text("place")
      if name == Self.botChat {
        _ = try BotConversation.open(db, with: person, bot: bot, at: now)
      }
      let place = try Self.place(db, name, for: person, bot)
      let isChannel = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM channels WHERE id = ?)", arguments: [place])
      var message = Message(place: place, id: try Message.newID(db, in: place, at: now))
      if isChannel == true, let parent = ask.body["replyTo"]?.string {
        let root = try Self.message(db, parent, in: place)
        message.parent = root.parent == 0 ? root.id : root.parent
      }
      message.author = Message.author(person)
      message.authorID = person.id
      message.content = text
      if ask.body["mention"]?.bool == true { message.mention(bot) }
      try message.insert(db)
      if isChannel != true { try Chat.touch(db, place, at: message.id) }
      return message.id
    }
    return .created(["id": .string(String(id))])
  }

  /// Presses a button of a card.
  ///
  /// `Action.Submit` becomes a message with a value, `Action.Execute` an invoke whose answer comes
  /// back to the page.
  ///
  /// What the button's data has for Teams itself can make it say something: `imBack` what the person says
  /// then, `messageBack` a text beside the value.
  func press(_ ask: Ask) async throws -> Answer {
    let type = try ask.text("type")
    let teams = ask.body["data"]?["msteams"]
    if type == "Action.Submit", teams?["type"] == "imBack" {
      return try await sayBack(teams?["value"]?.string ?? "", ask)
    }
    let now = tenant.now
    let bot = ask.bot
    let isMessage = teams?["type"] == "messageBack"
    let text = isMessage ? teams?["text"] : nil
    let value = isMessage ? teams?["value"] ?? nil : Self.value(of: ask.body)
    let (person, message) = try await tenant.write { db in
      let person = try ask.person(db)
      let place = try Self.place(db, ask.text("place"), for: person, bot)
      let message = try Self.message(db, ask.text("message"), in: place)
      guard message.authorID == bot.accountID else {
        throw Refusal.bad("The card is not the bot's.")
      }
      if type == "Action.Submit" {
        try BotEvent.note(
          db, .submit, in: place,
          [
            "id": .number(message.id), "parent": .number(message.parent),
            "person": .string(person.id), "value": value, "text": text ?? nil,
          ], bot: bot.id, at: now)
      }
      return (person.id, message)
    }
    switch type {
    case "Action.Submit": return Answer(status: .accepted, body: .document([:]))
    case "Action.Execute":
      let action: Document.Fields = [
        "type": .string(type), "verb": ask.body["verb"] ?? "", "data": value,
      ]
      return try await execute(.object(action), by: person, on: message, ask)
    default: throw Refusal.bad("'type' is Action.Submit or Action.Execute.")
    }
  }

  /// Says what a button has its presser say, below its card; in a channel to the bot.
  private func sayBack(_ text: String, _ ask: Ask) async throws -> Answer {
    let place = try ask.text("place")
    var body: Document.Fields = [
      "as": .string(try ask.text("as")), "place": .string(place), "text": .string(text),
    ]
    if place != Self.botChat {
      body["mention"] = true
      body["replyTo"] = .string(try ask.text("message"))
    }
    return try await say(
      Ask(tenant: ask.tenant, fields: ask.fields, body: .object(body), origin: ask.origin))
  }

  private func execute(
    _ action: Document, by person: String, on message: Message, _ ask: Ask
  ) async throws -> Answer {
    let courier = BotCourier(tenant: tenant, serviceURL: "\(ask.origin)/emea/")
    let reply = try? await courier.invoke(
      "adaptiveCard/action", ["action": action, "trigger": "manual"], by: person, on: message)
    guard let reply else {
      throw Refusal(status: .badGateway, message: "The bot does not answer.")
    }
    guard (200..<300).contains(reply.status), let body = try? DocumentParser.parse(reply.text)
    else {
      throw Refusal(status: .badGateway, message: "The bot answered \(reply.status).")
    }
    return .ok(["response": body])
  }

  func react(_ ask: Ask) async throws -> Answer {
    let type = try ask.text("type")
    let now = tenant.now
    let bot = ask.bot
    let removes = ask.body["remove"]?.bool == true
    try await tenant.write { db in
      let person = try ask.person(db)
      let place = try Self.place(db, ask.text("place"), for: person, bot)
      let message = try Self.message(db, ask.text("message"), in: place)
      if removes {
        try message.unreact(db, with: type, person, at: now)
      } else {
        try message.react(db, with: type, person, at: now)
      }
    }
    return .noContent
  }

  private static func message(_ db: Database, _ id: String, in place: String) throws -> Message {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM messages WHERE place = ? AND id = ? AND deletedAt IS NULL",
      arguments: [place, Int(id)])
    guard let message = try row.map(Message.init) else {
      throw Refusal(status: .notFound, message: "The message is not there.")
    }
    return message
  }

  /// The data of the button together with what was entered; what is for Teams itself stays here.
  private static func value(of body: Document) -> Document {
    let data = body["data"] ?? [:]
    guard case .object(var fields) = data else { return data }
    fields["msteams"] = nil
    for entry in body["inputs"]?.fields?.entries ?? [] { fields[entry.name] = entry.value }
    return .object(fields)
  }
}

extension Message {
  /// Puts a mention of the bot before what is said.
  fileprivate mutating func mention(_ bot: BotRegistration) {
    contentType = "html"
    content =
      "<p><at id=\"0\">\(bot.name)</at>&nbsp;"
      + TeamsMarkdown.fullyEscaped(content).replacing("\n", with: "<br>") + "</p>"
    mentions = [
      [
        "id": 0, "mentionText": .string(bot.name),
        "mentioned": [
          "application": bot.author["application"] ?? nil, "device": nil, "conversation": nil,
          "user": nil,
        ],
      ]
    ]
  }
}
