import Foundation
import GRDB
import HTTPTypes

/// What bots may know of the meetings in whose chats they are.
enum BotMeetingRoutes {
  static let all = [
    ConnectorRoute(.get, "/v1/meetings/{meeting}", .look) { call in
      .ok(
        try await call.tenant.read { db in
          let row = try meeting(db, call)
          let organizer: String = row["person"]
          return [
            "details": [
              "id": .string(call["meeting"]), "msGraphResourceId": .text(row["id"]),
              "scheduledStartTime": .string(Instant(milliseconds: row["startsAt"]).text),
              "scheduledEndTime": .string(Instant(milliseconds: row["endsAt"]).text),
              "joinUrl": .text(row["joinURL"]), "title": .text(row["subject"]),
              "type": "Scheduled",
            ],
            "conversation": [
              "isGroup": true, "conversationType": "groupChat", "id": .text(row["thread"]),
            ],
            "organizer": [
              "id": .string(ChannelAccount(bot: call.bot).id(of: organizer)),
              "aadObjectId": .string(organizer), "tenantId": .string(call.tenant.profile.id),
            ],
          ]
        })
    },
    ConnectorRoute(.get, "/v1/meetings/{meeting}/participants/{person}", .look) { call in
      .ok(
        try await call.tenant.read { db in
          let row = try meeting(db, call)
          let account = ChannelAccount(bot: call.bot)
          guard let person = try account.find(db, call["person"]),
            try Membership.role(db, of: person["id"], in: row["thread"]) != nil
          else { throw ConnectorFailure.unknownMember }
          let isOrganizer = (person["id"] as String) == row["person"]
          return [
            "user": account.member(person, tenantID: call.tenant.profile.id),
            "meeting": ["role": isOrganizer ? "Organizer" : "Attendee", "inMeeting": false],
            "conversation": ["id": .text(row["thread"]), "isGroup": true],
          ]
        })
    },
    ConnectorRoute(.post, "/v1/meetings/{meeting}/notification", .send) { call in
      let request = try call.object()
      guard request["type"]?.string != nil, request["value"]?.fields != nil else {
        throw ConnectorFailure.badArgument("A meeting notification needs 'type' and 'value'.")
      }
      try await call.tenant.read { db in _ = try meeting(db, call) }
      return Answer(status: .accepted, body: .document([:]))
    },
  ]

  /// The meeting of an id in which its chat is written, as activities name it.
  private static func meeting(_ db: Database, _ call: ConnectorCall) throws -> Row {
    let text = Data(base64Encoded: call["meeting"]).map { String(decoding: $0, as: UTF8.self) }
    guard let match = text?.wholeMatch(of: /0#(19:[^#]+)#0/) else {
      throw ConnectorFailure.unknownMeeting
    }
    let thread = String(match.1)
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM meetings WHERE thread = ?", arguments: [thread])
    guard let row else { throw ConnectorFailure.unknownMeeting }
    guard try BotConversation.isInstalled(db, call.bot, in: thread) else {
      throw ConnectorFailure.notInRoster
    }
    return row
  }
}
