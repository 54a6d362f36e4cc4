import GRDB
import HTTPTypes

/// The images inside messages.
enum HostedContentRoutes {
  private static let channel = "/teams/{team}/channels/{channel}/messages/{message}"

  static let all =
    routes(channel, .readChannelMessage)
    + routes(channel + "/replies/{reply}", .readReply)
    + routes("/chats/{chat}/messages/{message}", .readHostedContent)
    + routes("/users/{user}/chats/{chat}/messages/{message}", .readHostedContent)

  private static func routes(_ message: String, _ permissions: Permissions) -> [Route] {
    let collection = message + "/hostedContents"
    return [
      Route(.get, collection, permissions, query: QueryRules(options: [.skiptoken])) { call in
        let site = try await site(of: call)
        return try await call.collection(
          HostedContent.listing(of: site.message), shape: site.shape + "/hostedContents"
        ) { _, row in HostedContent.document(row) }
      },
      Route(.get, collection + "/{content}", permissions) { call in
        let site = try await site(of: call)
        let document = try await call.tenant.read { db in
          HostedContent.document(try HostedContent.row(db, call["content"], of: site.message))
        }
        return call.entity(document, shape: site.shape + "/hostedContents")
      },
      Route(.get, collection + "/{content}/$value", permissions) { call in
        let site = try await site(of: call)
        return try await call.tenant.read { db in
          let row = try HostedContent.row(db, call["content"], of: site.message)
          return Answer(status: .ok, body: .bytes(row["bytes"], type: row["contentType"]))
        }
      },
    ]
  }

  /// The message, unless its words are gone with all that hung on them.
  private static func site(of call: Call) async throws -> MessageSite {
    _ = try await call.chatOwner()
    let site = try await call.tenant.read { db in try MessageSite(db, call) }
    guard site.message.deletedAt == nil else { throw GraphFailure.unknownMessage }
    return site
  }
}
