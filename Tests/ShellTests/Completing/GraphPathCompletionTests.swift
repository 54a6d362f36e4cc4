import Cache
import CommandKit
import LineEditing
import TestSupport
import Testing

@testable import Shell

/// Paths of requests: Graph's segments by method, and ids by name.
struct GraphPathCompletionTests {
  private let desk: CompletionDesk

  init() throws {
    desk = try CompletionDesk()
    try desk.store(.teams, [("t-1", "Contoso IT"), ("t-2", "Sales")], detail: "Public")
    try desk.store(.channels, in: "t-1", [("19:c@x", "General")])
    try desk.store(.people, [("u1", "Adele Vance")])
  }

  @Test(arguments: [
    ("graph get /tea", ["/teams", "/teamwork"]), ("graph get tea", ["/teams", "/teamwork"]),
    ("graph get /beta/joi", []), ("graph get /me/joi", ["/me/joinedTeams "]),
    ("graph get /beta/me/joi", ["/beta/me/joinedTeams "]),
    ("graph get /teams/con", ["/teams/t-1"]), ("graph get '/teams/con", ["'/teams/t-1"]),
    ("graph get /teams/", ["/teams/t-1", "/teams/t-2"]),
    ("graph get /teams/t-1/chan", ["/teams/t-1/channels"]),
    ("graph get /teams/t-1/channels/gen", ["/teams/t-1/channels/19:c@x"]),
    ("graph get /teams/t-1/channels/19:c@x/mess", ["/teams/t-1/channels/19:c@x/messages"]),
    ("graph get /users/ade", ["/users/u1"]),
    ("graph post /teams/t-1/arch", ["/teams/t-1/archive "]),
    ("graph get /teams/t-1/archi", []), ("graph delete /chats/19:x/hide", []),
    ("graph get '/users/$c", ["'/users/$count' "]),
  ])
  func `a path goes on with what the method takes`(line: String, expected: [String]) {
    #expect(desk.insertions(line) == expected)
  }

  @Test func `beside a segment stand its methods, and beside an id its name`() {
    #expect(desk.shown("graph get /teams/t-1/chan") == ["channels -- GET POST"])
    #expect(desk.shown("graph get /teams/con") == ["Contoso IT -- public"])
    #expect(
      desk.complete("graph get /subscriptions/x").note == "here stands the id of the subscription")
  }

  @Test func `every line of the table is a segment and methods`() throws {
    var count = 0
    func look(_ node: GraphPathNode) {
      for child in node.children {
        count += 1
        #expect(!child.segment.isEmpty)
        #expect(
          child.methods.allSatisfy { ["GET", "POST", "PATCH", "PUT", "DELETE"].contains($0) },
          "\(child.segment)")
        #expect(!child.methods.isEmpty || !child.children.isEmpty, "\(child.segment)")
        look(child)
      }
    }
    look(GraphPathNode.root)
    let lines = GraphPathTable.text.split(separator: "\n").count
    let user = try #require(GraphPathNode.root.child("users")?.child("{user}"))
    let own = count
    count = 0
    look(user)
    #expect(own == lines + count)
  }

  @Test(arguments: [
    ("graph get /teams?", ["$select", "$filter", "$top", "$count"]),
    ("graph get '/v1.0/teams/t-1?", ["$select", "$expand"]),
    ("graph get '/teams?$select=id&", ["$filter", "$top", "$count"]),
    ("graph get '/teams/t-1/channels/19:c@x/messages?$e", ["$expand"]),
    ("graph get /me?sel", ["$select"]), ("graph get /me/chats?o", ["$orderby"]),
    ("graph get /me/joinedTeams?", []), ("graph post /teams?", []), ("graph get /nothing?", []),
    ("graph get '/chats?$expand=members,", ["lastMessagePreview"]),
    ("graph get '/teams?$count=", ["true"]), ("graph get '/teams?$orderby=", []),
  ])
  func `behind a question mark stand the options that the path takes`(
    line: String, expected: [String]
  ) {
    #expect(desk.complete(line).candidates.map(\.display) == expected)
  }

  @Test func `an option is put in as Graph reads it, and the quote stays open for its value`() {
    #expect(desk.insertions("graph get /teams?sel") == ["'/teams?$select="])
    #expect(desk.insertions("graph get \"/teams?se") == ["\"/teams?\\$select="])
    #expect(
      desk.insertions("graph get '/chats/19:x/messages?$orderby=c")
        == ["'/chats/19:x/messages?$orderby=createdDateTime desc"])
    #expect(desk.complete("graph get '/teams?$top=").note == "here stands how many a page holds")
  }

  @Test func `fields to select are those of the last answer`() async throws {
    let answer = #"{"value":[{"@odata.type":"x","id":"1","displayName":"IT","visibility":null}]}"#
    let session = try TestSession(
      transport: ScriptedTransport([.get("/v1.0/teams", .json(answer))]))
    try session.signIn(TestToken.person(["Team.ReadBasic.All"]))
    #expect(await session.run("graph get /teams") == .done)
    let desk = CompletionDesk(session: session)
    #expect(
      desk.shown("graph get '/teams?$select=")
        == ["id -- as 1", "displayName -- as IT", "visibility"])
    #expect(
      desk.insertions("graph get '/teams?$select=id,dis") == ["'/teams?$select=id,displayName"])
  }

  @Test func `every path with options is one of the table, and takes GET`() {
    for path in GraphQueryTable.all.keys {
      var node: GraphPathNode? = GraphPathNode.root
      for part in path.split(separator: "/") { node = node?.child(String(part)) }
      #expect(node?.methods.contains("GET") == true, "\(path)")
      #expect(GraphPathNode.path(of: path) == path)
    }
    let known = Set([
      "$select", "$filter", "$top", "$expand", "$orderby", "$count", "$search",
    ])
    #expect(Set(GraphQueryTable.all.values.joined().map(\.name)) == known)
  }
}
