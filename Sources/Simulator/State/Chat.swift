import GRDB

/// A conversation outside of teams.
struct Chat: Sendable {
  /// The kinds of chat, by Graph's names.
  enum Kind: String, Sendable {
    case oneOnOne, group, meeting
  }

  let id: String
  let topic: String?
  let kind: Kind
  let createdAt: Instant
  let updatedAt: Instant
  /// Who organizes the meeting that the chat belongs to.
  let organizer: String?

  init(_ row: Row) {
    organizer = row["organizer"]
    id = row["id"]
    topic = row["topic"]
    kind = Kind(rawValue: row["chatType"]) ?? .group
    createdAt = Instant(milliseconds: row["createdAt"])
    updatedAt = Instant(milliseconds: row["updatedAt"])
  }

  init(
    id: String, topic: String?, kind: Kind, createdAt: Instant, organizer: String? = nil
  ) {
    self.organizer = organizer
    self.id = id
    self.topic = topic
    self.kind = kind
    self.createdAt = createdAt
    updatedAt = createdAt
  }
}

extension Chat {
  /// The chat, when the caller is in it; apps are let into every chat.
  static func find(_ db: Database, _ id: String, for caller: Caller) throws -> Chat {
    let chat = try findForAnyone(db, id)
    if let person = caller.personID, try Membership.role(db, of: person, in: id) == nil {
      throw GraphFailure.forbidden("InsufficientPrivileges")
    }
    return chat
  }

  /// The chat, whoever asks.
  static func findForAnyone(_ db: Database, _ id: String) throws -> Chat {
    guard id.hasPrefix("19:") || id == "48:notes" else {
      throw GraphFailure.badRequest("Chat id is not in a valid format: \(id)")
    }
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM chats WHERE id = ? AND deletedAt IS NULL", arguments: [id])
    guard let row else {
      throw GraphFailure.notFound("No chat found with id '\(id)'.")
    }
    return Chat(row)
  }

  func insert(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO chats (id, topic, topicKey, chatType, createdAt, updatedAt, organizer)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, topic, topic?.lowercased(), kind.rawValue, createdAt.milliseconds,
      updatedAt.milliseconds, organizer,
    ])
  }

  /// The id of the one chat of two people, whoever began it.
  static func id(between first: String, and second: String) -> String {
    let ends = [first, second].sorted()
    return "19:\(ends[0])_\(ends[1])@unq.gbl.spaces"
  }

  /// The chats of a person, the latest changed first.
  static func listing(of person: String) -> Listing {
    Listing(
      columns: "chats.*, members.isHidden, members.readAt",
      tables: "chats JOIN members ON members.place = chats.id",
      condition: "members.person = ? AND chats.deletedAt IS NULL",
      arguments: [person.databaseValue],
      properties: [
        "id": .init("chats.id", .text), "topic": .init("chats.topicKey", .folded),
        "chatType": .init("chats.chatType", .text),
        "createdDateTime": .init("chats.createdAt", .instant),
        "lastUpdatedDateTime": .init("chats.updatedAt", .instant),
        "lastMessagePreview/createdDateTime": .init(latestMessage, .instant),
        "members/displayname": .init(members("people.displayNameKey"), .many),
        "members/userid": .init(members("people.id"), .many),
        "members/email": .init(members("people.mailKey"), .many),
      ],
      order: [
        Listing.Term("chats.updatedAt", descending: true), Listing.Term("chats.seq"),
      ])
  }

  /// When the newest message of a chat was sent; read off the end of the messages' index.
  private static let latestMessage =
    "COALESCE((SELECT MAX(messages.id) FROM messages WHERE messages.place = chats.id), 0)"

  private static func members(_ column: String) -> String {
    """
    SELECT \(column) FROM members AS others JOIN people ON people.id = others.person
    WHERE others.place = chats.id
    """
  }

  /// The chat as Graph prints it to one of its members, or to an app.
  func document(tenantID: String, to viewpoint: Viewpoint?) -> Document {
    [
      "id": .string(id), "topic": .text(topic), "createdDateTime": .string(createdAt.text),
      "lastUpdatedDateTime": .string(updatedAt.text), "chatType": .string(kind.rawValue),
      "webUrl": .string(
        "https://teams.microsoft.com/l/chat/\(id.percentEncoded)/0?tenantId=\(tenantID)"),
      "tenantId": .string(tenantID), "onlineMeetingInfo": meeting(tenantID: tenantID),
      "viewpoint": document(of: viewpoint),
      "isHiddenForAllMembers": false,
    ]
  }

  private func meeting(tenantID: String) -> Document {
    guard kind == .meeting, let organizer else { return nil }
    return [
      "calendarEventId": nil,
      "joinWebUrl": .string(
        OnlineMeeting.link(thread: id, tenantID: tenantID, organizer: organizer)),
      "organizer": [
        "id": .string(organizer), "displayName": nil, "userIdentityType": "aadUser",
      ],
    ]
  }
}
