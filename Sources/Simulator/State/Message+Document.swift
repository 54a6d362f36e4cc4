import GRDB

extension Message {
  /// Where a message stands, which decides its links.
  enum Place: Sendable {
    case channel(team: String)
    case chat
  }

  /// The message as Graph prints it.
  ///
  /// A deleted message keeps its place and its sender, and loses everything that was said.
  func document(in kind: Place, tenantID: String, knowsNewMembers: Bool) -> Document {
    let isDeleted = deletedAt != nil
    let type = EvolvableEnum.chatMessageType
      .printed(self.kind.rawValue, knowsNewMembers: knowsNewMembers)
    return [
      "id": .string(String(id)), "replyToId": parent == 0 ? nil : .string(String(parent)),
      "etag": .string(String(modifiedAt)), "messageType": type,
      "createdDateTime": time(id), "lastModifiedDateTime": time(modifiedAt),
      "lastEditedDateTime": time(editedAt), "deletedDateTime": time(deletedAt),
      "subject": isDeleted ? nil : .text(subject), "summary": .text(summary),
      "chatId": chat(in: kind), "importance": .string(importance), "locale": "en-us",
      "webUrl": link(in: kind, tenantID: tenantID), "from": author,
      "body": isDeleted ? ["contentType": "html", "content": ""] : body,
      "channelIdentity": identity(in: kind), "policyViolation": policyViolation,
      "attachments": isDeleted ? [] : attachments, "mentions": isDeleted ? [] : mentions,
      "reactions": isDeleted ? [] : reactions, "eventDetail": event ?? nil,
    ]
  }

  var body: Document { ["contentType": .string(contentType), "content": .string(content)] }

  /// Where the message is found below a version's address: in a team's channel, or in a chat.
  func address(below root: String, team: String?) -> String {
    guard let team else { return "\(root)/chats/\(place)/messages/\(id)" }
    let messages = "\(root)/teams/\(team)/channels/\(place)/messages"
    return parent == 0 ? "\(messages)/\(id)" : "\(messages)/\(parent)/replies/\(id)"
  }

  private func time(_ milliseconds: Int?) -> Document {
    .text(milliseconds.map { Instant(milliseconds: $0).text })
  }

  private func chat(in kind: Place) -> Document {
    guard case .chat = kind else { return nil }
    return .string(place)
  }

  private func identity(in kind: Place) -> Document {
    guard case .channel(let team) = kind else { return nil }
    return ["teamId": .string(team), "channelId": .string(place)]
  }

  private func link(in kind: Place, tenantID: String) -> Document {
    guard case .channel(let team) = kind else { return nil }
    let first = parent == 0 ? id : parent
    return .string(
      "https://teams.microsoft.com/l/message/\(place.percentEncoded)/\(id)?groupId=\(team)"
        + "&tenantId=\(tenantID)&createdTime=\(id)&parentMessageId=\(first)")
  }
}
