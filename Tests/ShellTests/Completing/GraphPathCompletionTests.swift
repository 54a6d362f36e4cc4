import Cache
import CommandKit
import LineEditing
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

  @Test func `every line of the table is a segment and methods`() {
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
    #expect(count == GraphPathTable.text.split(separator: "\n").count)
  }
}
