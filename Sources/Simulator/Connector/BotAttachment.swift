import Foundation
import GRDB
import HTTPTypes

/// A file that a bot put beside a conversation, to name it in an activity.
enum BotAttachment {
  static let schema = """
    CREATE TABLE botAttachments (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, original BLOB NOT NULL,
      thumbnail BLOB) WITHOUT ROWID;
    """

  /// What of a row is asked for.
  static func read<Value: Sendable>(
    _ call: ConnectorCall, _ value: @escaping @Sendable (Row) throws -> Value
  ) async throws -> Value {
    let id = call["attachment"]
    return try await call.tenant.read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM botAttachments WHERE id = ?", arguments: [id])
      guard let row else { throw ConnectorFailure.unknownAttachment }
      return try value(row)
    }
  }
}

/// The files of bots.
enum BotAttachmentRoutes {
  static let all = [
    ConnectorRoute(.post, "/v3/conversations/{conversation}/attachments", .send) { call in
      let request = try call.object()
      guard let type = request["type"]?.string,
        let original = Data(base64Encoded: request["originalBase64"]?.string ?? ""),
        !original.isEmpty
      else {
        throw ConnectorFailure.badArgument("Attachment needs 'type' and 'originalBase64'.")
      }
      let thumbnail = request["thumbnailBase64"]?.string.flatMap { Data(base64Encoded: $0) }
      let id = UUID().uuidString.lowercased()
      try await call.tenant.write { db in
        _ = try call.conversation(db)
        try db.execute(
          sql: "INSERT INTO botAttachments VALUES (?, ?, ?, ?, ?)",
          arguments: [id, request["name"]?.string ?? id, type, original, thumbnail])
      }
      return .created(["id": .string(id)])
    },
    ConnectorRoute(.get, "/v3/attachments/{attachment}") { call in
      .ok(
        try await BotAttachment.read(call) { row in
          let views = ["original", "thumbnail"].compactMap { name in
            (row[name] as Data?).map { data -> Document in
              ["viewId": .string(name), "size": .number(data.count)]
            }
          }
          return [
            "name": .text(row["name"]), "type": .text(row["type"]), "views": .array(views),
          ]
        })
    },
    ConnectorRoute(.get, "/v3/attachments/{attachment}/views/{view}") { call in
      let view = call["view"].lowercased()
      return try await BotAttachment.read(call) { row in
        guard ["original", "thumbnail"].contains(view), let bytes = row[view] as Data? else {
          throw ConnectorFailure.unknownAttachment
        }
        return Answer(status: .ok, body: .bytes(bytes, type: row["type"]))
      }
    },
  ]
}
