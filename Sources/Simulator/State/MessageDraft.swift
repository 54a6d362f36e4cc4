import Foundation
import HTTPTypes

/// What a client sends to write or to change a message, checked.
struct MessageDraft: Sendable {
  let contentType: String
  let content: String
  let subject: String?
  let importance: String
  let attachments: Document
  let mentions: Document
  let hostedContents: [HostedContent]

  /// The longest content that Teams takes, in bytes.
  private static let longest = 100_000

  /// Reads what a client sends.
  ///
  /// - Parameters:
  ///   - request: The body of the request.
  ///   - message: The message that is changed: what the request leaves out stays as it is.
  /// - Throws: Graph's refusals of what is missing, too long, or refers to nothing.
  init(_ request: Document, changing message: Message? = nil) throws(GraphFailure) {
    guard let body = request["body"] ?? message?.body, let content = body["content"]?.string else {
      throw .badRequest("Missing body content")
    }
    guard content.utf8.count <= Self.longest else {
      throw GraphFailure(
        status: .contentTooLarge, code: "RequestEntityTooLarge",
        message: "The request is too large. The message body exceeds the maximum size.")
    }
    let contentType = body["contentType"]?.string?.lowercased() ?? "text"
    guard contentType == "text" || contentType == "html" else {
      throw .badRequest("Invalid content type '\(contentType)' for the message body.")
    }
    let importance =
      request["importance"]?.string?.lowercased() ?? message?.importance ?? "normal"
    guard ["normal", "high", "urgent"].contains(importance) else {
      throw .badRequest("Invalid value '\(importance)' for property 'importance'.")
    }
    let attachments = request["attachments"]?.array ?? []
    if contentType == "html" {
      for case .some(let id) in attachments.map({ $0["id"]?.string })
      where !content.contains("<attachment id=\"\(id)\">") {
        throw .badRequest(
          "Attachment with id '\(id)' is not referenced in the message body.")
      }
    }
    hostedContents = try HostedContent.all(in: request)
    self.content = content
    self.contentType = contentType
    self.importance = importance
    subject = request["subject"].map(\.string) ?? message?.subject
    self.attachments =
      request["attachments"] == nil
      ? message?.attachments ?? [] : .array(try attachments.map(Self.attachment))
    guard request["mentions"] != nil || message == nil else {
      let kept = message?.mentions.array ?? []
      self.mentions = .array(kept.filter { Self.isMarked($0, in: content) })
      return
    }
    var mentions: [Document] = []
    for mention in request["mentions"]?.array ?? [] {
      mentions.append(try Self.mention(mention, in: content))
    }
    self.mentions = .array(mentions)
  }

  private static func attachment(_ sent: Document) throws(GraphFailure) -> Document {
    guard let contentType = sent["contentType"]?.string else {
      throw .badRequest("Attachment is missing its 'contentType'.")
    }
    return [
      "id": sent["id"] ?? .string(UUID().uuidString.lowercased()),
      "contentType": .string(contentType), "contentUrl": sent["contentUrl"] ?? nil,
      "content": sent["content"] ?? nil, "name": sent["name"] ?? nil,
      "thumbnailUrl": sent["thumbnailUrl"] ?? nil, "teamsAppId": sent["teamsAppId"] ?? nil,
    ]
  }

  private static func isMarked(_ mention: Document, in content: String) -> Bool {
    mention["id"]?.integer.map { content.contains("<at id=\"\($0)\">") } ?? false
  }

  private static func mention(
    _ sent: Document, in content: String
  ) throws(GraphFailure) -> Document {
    guard let id = sent["id"]?.integer, let mentioned = sent["mentioned"] else {
      throw .badRequest("Mention is missing its 'id' or 'mentioned'.")
    }
    guard isMarked(sent, in: content) else {
      throw .badRequest(
        "Neither Body nor adaptive card content contains marker for mention with Id '\(id)'.")
    }
    return [
      "id": .number(id), "mentionText": sent["mentionText"] ?? nil,
      "mentioned": [
        "application": mentioned["application"] ?? nil, "device": mentioned["device"] ?? nil,
        "conversation": mentioned["conversation"] ?? nil, "user": mentioned["user"] ?? nil,
      ],
    ]
  }
}

extension Message {
  /// The message that the draft becomes.
  init(_ draft: MessageDraft, place: String, id: Int, parent: Int = 0, author: Person) {
    self.init(place: place, id: id)
    self.parent = parent
    self.author = Message.author(author)
    authorID = author.id
    subject = draft.subject
    importance = draft.importance
    contentType = draft.contentType
    content = draft.content
    attachments = draft.attachments
    mentions = draft.mentions
  }
}
