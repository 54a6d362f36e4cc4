import Foundation
import GRDB

extension Chat {
  /// The chat's part of a context address.
  var shape: String { "chats('\(id.percentEncoded)')" }

  /// Makes a chat as a client asks for it; two people have one chat, which is handed out again.
  static func create(
    _ db: Database, _ request: Document, for caller: Caller, at now: Instant
  ) throws -> Chat {
    let text = request["chatType"]?.string ?? ""
    guard let kind = Kind(rawValue: text), kind != .meeting else {
      throw GraphFailure.badRequest("Invalid chat type '\(text)' specified.")
    }
    var people: [(person: Person, role: Membership.Role)] = []
    for member in request["members"]?.array ?? [] {
      guard member["roles"]?.array?.isEmpty == false else {
        throw GraphFailure.badRequest("Invalid roles specified for member: roles can't be empty.")
      }
      let person = try Person.bound(db, in: member)
      guard !people.contains(where: { $0.person.id == person.id }) else {
        throw GraphFailure.badRequest("Duplicate chat members is specified in the request body.")
      }
      people.append((person, person.isGuest ? .guest : .owner))
    }
    try check(people.map(\.person), kind, caller)
    let ids = people.map(\.person.id)
    try checkTopic(request["topic"])
    let chat = Chat(
      id: kind == .oneOnOne
        ? id(between: ids[0], and: ids[1])
        : "19:\(UUID().uuidString.lowercased().replacing("-", with: ""))@thread.v2",
      topic: kind == .group ? request["topic"]?.string : nil, kind: kind, createdAt: now)
    let row = try Row.fetchOne(db, sql: "SELECT * FROM chats WHERE id = ?", arguments: [chat.id])
    if let row {
      try setDeleted(db, chat.id, at: nil)
      return Chat(row)
    }
    try chat.insert(db)
    for (person, role) in people { try Membership.add(db, person.id, to: chat.id, as: role) }
    return chat
  }

  private static let longestTopic = 250

  /// Refuses a topic that Teams does not take.
  static func checkTopic(_ topic: Document?) throws(GraphFailure) {
    guard let text = topic?.string else { return }
    guard text.count <= longestTopic, !text.contains(":") else {
      throw .badRequest(
        "The topic can have \(longestTopic) characters at most, and no ':'.")
    }
  }

  private static func check(_ people: [Person], _ kind: Kind, _ caller: Caller) throws {
    if kind == .oneOnOne, people.count != 2 {
      throw GraphFailure.badRequest(
        "Creating a one on one chat requires 2 members. \(people.count) were specified.")
    }
    if people.count < 2 {
      throw GraphFailure.badRequest("Creating a group chat requires at least 2 members.")
    }
    if let me = caller.personID, !people.contains(where: { $0.id == me }) {
      throw GraphFailure.badRequest(
        "The calling user '\(me)' must be one of the members of the chat.")
    }
  }
}

extension Message {
  /// The message as the answer to a call prints it.
  func document(inChatFor call: Call) -> Document {
    document(
      in: .chat, tenantID: call.tenant.profile.id, knowsNewMembers: call.knowsNewMembers)
  }

  /// The newest message of a chat in its short form.
  static func preview(_ db: Database, of chat: String, _ call: Call) throws -> Document {
    let rows = try inChat(chat).page(db, after: nil, size: 1).rows
    guard let message = try rows.first.map({ try Message($0) }) else { return nil }
    let full = message.document(inChatFor: call)
    return [
      "id": full["id"] ?? nil, "createdDateTime": full["createdDateTime"] ?? nil,
      "isDeleted": .bool(message.deletedAt != nil), "messageType": full["messageType"] ?? nil,
      "eventDetail": full["eventDetail"] ?? nil, "body": full["body"] ?? nil,
      "from": full["from"] ?? nil,
    ]
  }
}
