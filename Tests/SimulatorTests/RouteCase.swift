import HTTPTypes
import Testing

@testable import Simulator

/// What one route is asked in the tests of all routes, and how to see that it did it.
struct RouteCase: Sendable, CustomTestStringConvertible {
  let method: HTTPRequest.Method
  let template: String
  /// The query, for a route that answers nothing without one.
  var query: @Sendable (Places) -> String = { _ in "" }
  var headers: HTTPFields = [:]
  var body: @Sendable (Places) -> Document? = { _ in nil }
  /// The body of a route that takes no JSON.
  var raw: @Sendable (Places) -> [UInt8]? = { _ in nil }
  /// What to read after a write; nil for a route that reads.
  var readBack: (@Sendable (Places, Reply) -> String)?
  /// Whether only an app may ask.
  var isForApps = false
  /// Whether the answer, or what was read back, is right.
  let holds: @Sendable (Places, Reply) -> Bool

  var testDescription: String { "\(method.rawValue) \(template)" }

  func address(_ places: Places) -> String {
    places.path(template, method.rawValue) + query(places)
  }

  var route: Route {
    get throws {
      try #require(GraphRoutes.all.first { $0.method == method && $0.template == template })
    }
  }

  /// A route that lists something that is not empty.
  static func list(_ template: String, _ headers: HTTPFields = [:]) -> RouteCase {
    RouteCase(method: .get, template: template, headers: headers) { _, reply in
      !reply.values.isEmpty && reply.values.allSatisfy { $0["id"]?.string?.isEmpty == false }
    }
  }

  /// A route that answers one object, which has this value under this name.
  static func read(
    _ template: String, _ name: String = "id",
    _ value: @escaping @Sendable (Places) -> String
  ) -> RouteCase {
    RouteCase(method: .get, template: template) { places, reply in
      reply.document[name]?.string == value(places)
    }
  }
}

extension RouteCase {
  static let all =
    directory + teams + members + channels + channelMembers + messages + chats
    + changes + teamLife + groupChanges + deletedItems + channelLife + chatLife
    + apps + presence + meetings + calls + grants + searches + signIns
    + messageLife + drives + subscriptions + batches

  private static let eventual: HTTPFields = [.consistencyLevel: "eventual"]

  private static let directory = [
    read("/me") { $0.me }, list("/users"), read("/users/{user}") { $0.me },
    RouteCase(method: .get, template: "/users/$count", headers: eventual) { _, reply in
      reply.text == "40"
    },
    list("/organization"), list("/groups"), read("/groups/{group}") { $0.team },
    RouteCase(method: .get, template: "/groups/$count", headers: eventual) { _, reply in
      reply.text == "11"
    },
    list("/groups/{group}/members"), list("/groups/{group}/owners"),
  ]

  private static let teams = [
    list("/teams"), read("/teams/{team}") { $0.team }, list("/me/joinedTeams"),
    list("/me/teamwork/associatedTeams"), list("/users/{user}/teamwork/associatedTeams"),
    list("/users/{user}/joinedTeams"), read("/teams/{team}/primaryChannel") { $0.general },
    read("/teams/{team}/operations/{operation}", "status") { _ in "succeeded" },
  ]

  private static let members = [
    list("/teams/{team}/members"),
    read("/teams/{team}/members/{member}", "userId") { $0.other },
    RouteCase(
      method: .post, template: "/teams/{team}/members",
      body: { $0.bind($0.stranger, roles: ["owner"]) },
      readBack: { places, reply in
        "/teams/\(places.team)/members/\(id(reply))"
      },
      holds: { $1.document["userId"]?.string == $0.stranger && roles($1) == ["owner"] }),
    RouteCase(
      method: .post, template: "/teams/{team}/members/add",
      body: { ["values": [$0.bind($0.stranger), $0.bind("nobody")]] },
      readBack: { places, _ in
        "/teams/\(places.team)/members?$filter=(microsoft.graph.aadUserConversationMember/userId"
          + "%20eq%20'\(places.stranger)')"
      },
      holds: { $1.values.count == 1 && $1.values[0]["userId"]?.string == $0.stranger }),
    RouteCase(
      method: .patch, template: "/teams/{team}/members/{member}",
      body: { _ in ["roles": ["owner"]] },
      readBack: { places, _ in places.path("/teams/{team}/members/{member}") },
      holds: { roles($1) == ["owner"] }),
    RouteCase(
      method: .delete, template: "/teams/{team}/members/{member}",
      readBack: { places, _ in places.path("/teams/{team}/members/{member}") },
      holds: { $1.status == 404 }),
  ]

  private static let channels = [
    list("/teams/{team}/channels"), list("/teams/{team}/allChannels"),
    read("/teams/{team}/channels/{channel}") { $0.general },
    RouteCase(
      method: .post, template: "/teams/{team}/channels",
      body: { _ in ["displayName": "New one", "description": "d", "membershipType": "private"] },
      readBack: { places, reply in
        "/teams/\(places.team)/channels/\(id(reply))"
      },
      holds: {
        $1.document["displayName"]?.string == "New one"
          && $1.document["membershipType"]?.string == "private"
      }),
    RouteCase(
      method: .patch, template: "/teams/{team}/channels/{channel}",
      body: { _ in ["description": "changed"] },
      readBack: { places, _ in places.path("/teams/{team}/channels/{channel}") },
      holds: { $1.document["description"]?.string == "changed" }),
    RouteCase(
      method: .delete, template: "/teams/{team}/channels/{channel}",
      readBack: { places, _ in
        places.path("/teams/{team}/channels/{channel}", "DELETE")
      },
      holds: { $1.status == 404 }),
  ]

  private static let channelMembers = [
    list("/teams/{team}/channels/{channel}/members"),
    list("/teams/{team}/channels/{channel}/allMembers"),
    read("/teams/{team}/channels/{channel}/members/{member}", "userId") { $0.other },
    RouteCase(
      method: .post, template: "/teams/{team}/channels/{channel}/members",
      body: { $0.bind($0.insider) },
      readBack: { places, reply in
        places.path("/teams/{team}/channels/{channel}/members") + "/" + id(reply)
      },
      holds: { $1.document["userId"]?.string == $0.insider }),
    RouteCase(
      method: .patch, template: "/teams/{team}/channels/{channel}/members/{member}",
      body: { _ in ["roles": ["owner"]] },
      readBack: { places, _ in places.path("/teams/{team}/channels/{channel}/members/{member}") },
      holds: { roles($1) == ["owner"] }),
    RouteCase(
      method: .delete, template: "/teams/{team}/channels/{channel}/members/{member}",
      readBack: { places, _ in places.path("/teams/{team}/channels/{channel}/members/{member}") },
      holds: { $1.status == 404 }),
  ]

  /// The id of what a write made, as a path segment.
  static func id(_ reply: Reply) -> String {
    (reply.document["id"]?.string ?? "").percentEncoded
  }

  private static func roles(_ reply: Reply) -> [String] {
    (reply.document["roles"]?.array ?? []).compactMap(\.string)
  }
}
