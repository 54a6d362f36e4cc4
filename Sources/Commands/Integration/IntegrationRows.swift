import CommandKit
import Documents

/// How the objects of Graph stand in the integration's tables and in its context.
enum IntegrationRows {
  /// A chat as the context keeps it.
  static func chat(_ chat: JSON) -> JSON {
    chat.without("@odata.context").renaming("id", to: "chatId")
  }

  static let chatHeaders = [
    "Chat Id", "Chat name", "Created Date Time", "Last Updated Date Time", "Chat Type", "webUrl",
    "Online Meeting Info", "Tenant Id", "Last Message Read Date Time",
  ]

  static func chatRow(_ chat: JSON) -> [String: JSON] {
    row(
      chat,
      [
        "Chat Id": "id", "Chat name": "topic", "Created Date Time": "createdDateTime",
        "Last Updated Date Time": "lastUpdatedDateTime", "Chat Type": "chatType",
        "webUrl": "webUrl", "Online Meeting Info": "onlineMeetingInfo", "Tenant Id": "tenantId",
        "Last Message Read Date Time": "viewpoint.lastMessageReadDateTime",
      ])
  }

  static func messageRow(_ message: JSON) -> [String: JSON] {
    row(
      message,
      [
        "Message id": "id", "Message Type": "messageType", "Etag": "etag",
        "Created DateTime": "createdDateTime", "lastModified DateTime": "lastModifiedDateTime",
        "Subject": "subject", "Chat Id": "chatId", "Importance": "importance",
        "Message Content": "body.content", "Message contentType": "body.contentType",
        "Initiator application": "eventDetail.initiator.application",
        "Initiator device": "eventDetail.initiator.device",
        "Initiator user id": "eventDetail.initiator.user.id",
        "Initiator displayName": "eventDetail.initiator.user.displayName",
        "Initiator userIdentityType": "eventDetail.initiator.user.userIdentityType",
        "From application": "from.application", "From device": "from.device",
        "From user id": "from.user.id", "From user": "from.user.displayName",
        "From user userIdentityType": "from.user.userIdentityType",
        "From user tenantId": "from.user.tenantId",
      ])
  }

  static func messages(_ title: String, _ messages: [JSON]) -> MarkdownTable {
    MarkdownTable(title, rows: messages.map(messageRow), removesEmpty: true)
  }

  /// A member as the context keeps it.
  static func member(_ member: JSON) -> JSON { member.without("@odata.type") }

  static func memberRow(_ member: JSON) -> [String: JSON] {
    row(
      member,
      [
        "User Id": "userId", "Email": "email", "Tenant Id": "tenantId", "Membership id": "id",
        "User roles": "roles", "Display Name": "displayName", "Name": "displayName",
        "Start DateTime": "visibleHistoryStartDateTime",
      ])
  }

  private static func row(_ object: JSON, _ paths: [String: String]) -> [String: JSON] {
    paths.compactMapValues { object.value(at: $0) }
  }

  /// What the text ends with where a list goes on.
  static func more(_ link: String?) -> String {
    link.map {
      "\nThere are more results than shown. For more data please enter the next_link argument:\n"
        + " next_link=\($0)\n"
    } ?? ""
  }
}
