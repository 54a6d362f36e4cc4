import Foundation
import GRDB

extension Company {
  /// Fills the channels: half of all messages go to the first one.
  mutating func talk(_ db: Database, in rooms: [Room]) throws {
    guard !rooms.isEmpty else { return }
    let total = max(0, configuration.messages)
    let rest = total - total / 2
    for (index, room) in rooms.enumerated() where !room.people.isEmpty {
      let share = rest / rooms.count + (index < rest % rooms.count ? 1 : 0)
      let place = Message.Place.channel(team: room.team)
      try converse(
        db, in: room.channel, place, people: room.people,
        count: share + (index == 0 ? total / 2 : 0))
    }
  }

  /// Writes a conversation that ends before the company's today.
  mutating func converse(
    _ db: Database, in place: String, _ kind: Message.Place, people: [Person], count: Int
  ) throws {
    let gap = 240_000
    var id = Self.today.milliseconds - count * gap - random.below(86_400_000)
    var roots: [Int] = []
    var previous: Message?
    for number in 0..<count {
      id += 1000 + random.below(gap - 1000)
      var message = Message(place: place, id: id)
      let author = random.pick(people)
      message.author = Message.author(author)
      message.authorID = author.id
      write(&message, number: number, author: author, people: people)
      if case .channel = kind, random.below(10) < 3,
        let root = roots.suffix(6).randomElement(using: &random)
      {
        message.parent = root
      } else {
        roots.append(id)
      }
      let picture = number % 40 == 14 ? show(in: &message, kind) : nil
      if case .chat = kind, [15, 27].contains(number % 40), message.kind == .message,
        let previous, previous.kind == .message
      {
        message.quote([previous])
      }
      try message.insert(db)
      try picture?.insert(db, place: place, message: id)
      previous = message
    }
    if case .chat = kind, count > 0 {
      try db.execute(
        sql: "UPDATE chats SET updatedAt = ? WHERE id = ?", arguments: [id, place])
    }
  }

  /// Gives a message its text: mostly a plain sentence, and now and then everything else.
  private mutating func write(
    _ message: inout Message, number: Int, author: Person, people: [Person]
  ) {
    message.content = random.pick(MessageStock.sentences)
    switch number % 40 {
    case 5, 15, 25:
      message.contentType = "html"
      message.content = random.pick(MessageStock.rich)
    case 7: mention(random.pick(people), in: &message)
    case 11: attachCard(to: &message)
    case 13: message.deletedAt = message.id + 60_000
    case 17: welcome(random.pick(people), by: author, in: &message)
    case 19: message.content = random.pick(MessageStock.hostile)
    case 21, 31: react(random.pick(people), to: &message)
    case 23:
      message.subject = "Please read"
      message.importance = "high"
    case 29: message.editedAt = message.id + 30_000
    default: break
    }
    message.modifiedAt = message.deletedAt ?? message.editedAt ?? message.id
  }

  /// Puts a picture into a message; nothing in it is left to chance.
  private func show(in message: inout Message, _ kind: Message.Place) -> HostedContent {
    var team: String?
    if case .channel(let id) = kind { team = id }
    let id = Data("id=x_0-\(message.id),type=1".utf8).base64URLText
    let address = message.address(below: "https://graph.microsoft.com/v1.0", team: team)
    message.contentType = "html"
    message.content =
      "<p>This is how it looks:</p><p><img src=\"\(address)/hostedContents/\(id)/$value\" "
      + "width=\"16\" height=\"16\" alt=\"image\" itemid=\"\(id)\"></p>"
    return HostedContent(
      temporaryID: "1", id: id, contentType: "image/png",
      bytes: Data(base64Encoded: MessageStock.picture) ?? Data())
  }

  private func mention(_ person: Person, in message: inout Message) {
    message.contentType = "html"
    let name = person.displayName.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    message.content = "<p><at id=\"0\">\(name)</at>&nbsp;can you take this?</p>"
    message.mentions = [
      [
        "id": 0, "mentionText": .string(person.displayName),
        "mentioned": [
          "application": nil, "device": nil, "conversation": nil, "user": person.identity,
        ],
      ]
    ]
  }

  private mutating func attachCard(to message: inout Message) {
    let id = random.hex(32)
    message.contentType = "html"
    message.content = "<attachment id=\"\(id)\"></attachment>"
    message.attachments = [
      [
        "id": .string(id), "contentType": "application/vnd.microsoft.card.adaptive",
        "contentUrl": nil, "content": .string(MessageStock.card), "name": nil,
        "thumbnailUrl": nil, "teamsAppId": nil,
      ]
    ]
  }

  private func welcome(_ person: Person, by author: Person, in message: inout Message) {
    message.kind = .systemEventMessage
    message.author = nil
    message.authorID = nil
    message.contentType = "html"
    message.content = "<systemEventMessage/>"
    message.event = [
      "@odata.type": "#microsoft.graph.membersAddedEventMessageDetail",
      "visibleHistoryStartDateTime": "0001-01-01T00:00:00Z",
      "members": [
        ["id": .string(person.id), "displayName": nil, "userIdentityType": "aadUser"]
      ],
      "initiator": ["application": nil, "device": nil, "user": author.identity],
    ]
  }

  private func react(_ person: Person, to message: inout Message) {
    message.reactions = [
      [
        "reactionType": "👍", "displayName": "Like", "reactionContentUrl": nil,
        "createdDateTime": .string(Instant(milliseconds: message.id + 5000).text),
        "user": ["application": nil, "device": nil, "user": person.identity],
      ]
    ]
  }
}
