import Documents
import LineEditing
import TestSupport
import Testing

@testable import Shell

/// Fields, columns and rows, completed from what replies showed.
struct FieldCompletionTests {
  private static let team: JSON = [
    "id": "t1", "displayName": "Contoso IT", "isArchived": false,
    "summary": ["ownersCount": 2, "guests": [["name": "Eve"]]],
    "members": [["displayName": "Adele", "roles": ["owner"]], ["mail": "bob@x"]],
    "@odata.type": "#team",
  ]

  private static let fields = [
    ".id", ".displayName", ".isArchived", ".summary", ".members[]", ".[\"@odata.type\"]",
  ]

  @Test(arguments: [
    (".dis", [".displayName"]), ("", fields), (".", fields),
    (".summary.", [".summary.ownersCount", ".summary.guests[]"]),
    (".summary.own", [".summary.ownersCount"]),
    (".members[].", [".members[].displayName", ".members[].roles[]", ".members[].mail"]),
    (".members[1].", [".members[1].mail"]),
    (".members[] | .ma", [".mail"]), (".members | map(.dis", [".displayName"]),
    ("{name: .dis", [".displayName"]), ("select(.isA", [".isArchived"]),
    (".summary.guests[].n", [".summary.guests[].name"]),
    ("[.members[].ro", [".members[].roles[]"]), (".nosuch.x", []), ("length", []),
    (".id | test(\"x\") | .d", []),
  ])
  func `the path at the end of an expression goes on with fields that are there`(
    typed: String, expected: [String]
  ) {
    #expect(FieldPaths([Self.team]).suggestions(typed).suggestions.map(\.text) == expected)
  }

  @Test func `a field of any of the objects counts, once`() {
    let paths = FieldPaths([["a": nil, "b": 1], ["a": ["c": "x"]]])
    #expect(paths.suggestions(".").suggestions.map(\.text) == [".a", ".b"])
    #expect(paths.leaves.map(\.text) == ["a.c", "b"])
    #expect(paths.leaves.map(\.about) == ["as x", "as 1"])
  }

  @Test func `columns are a command's titles, and fields seen in its replies, each once in a list`()
  {
    let columns = ColumnNames(titles: ["TEAM", "ID"], documents: [Self.team])
    func texts(_ typed: String) -> [String] { columns.suggestions(typed).suggestions.map(\.value) }
    #expect(texts("te") == ["TEAM"])
    #expect(texts("TEAM,i") == ["TEAM,ID", "TEAM,isArchived"])
    #expect(texts("TEAM, sum") == ["TEAM,summary.ownersCount", "TEAM,summary.guests"])
    #expect(!texts("TEAM,").contains("TEAM,TEAM"))
    #expect(texts("ID,TEAM,disp") == ["ID,TEAM,displayName"])
  }

  @Test(.tenant) func `rows, fields and columns of a real list are offered`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session { $0.isInteractive = true }
    try await tenant.signIn(session)
    let desk = CompletionDesk(session: session)
    #expect(desk.insertions("team show %").isEmpty)
    _ = try await session.result(of: "channel list --team 'Contoso IT'")
    let rows = desk.complete("channel show %")
    #expect(rows.candidates.first?.insertion == "%1 ")
    #expect(rows.candidates.first?.description.contains("standard") == true)
    #expect(desk.insertions("channel show '%").isEmpty)
    #expect(desk.insertions("channel list --jq .dis") == [".displayName"])
    #expect(desk.insertions("channel list --columns KIND,memb") == ["KIND,membershipType"])
    _ = try await session.result(of: "team show 'Contoso IT'")
    #expect(desk.insertions("echo ${last.web") == ["last.webUrl}"])
  }
}
