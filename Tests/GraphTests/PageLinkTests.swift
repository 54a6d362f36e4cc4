import Documents
import Graph
import TestSupport
import Testing
import Transport

/// Lists that are cut, and gone on with.
struct PageLinkTests {
  private let request = GraphRequest<User>.get(
    "/users", ["$top": "2"], headers: ["ConsistencyLevel": "eventual"])

  private func page(_ ids: [String], next: String? = nil) -> ScriptedAnswer {
    var fields: [(String, JSON)] = []
    if let next {
      fields.append(("@odata.nextLink", .string("https://graph.example/v1.0/users?" + next)))
    }
    fields.append(("value", .array(ids.map { ["id": .string($0)] })))
    return .json(JSON.object(JSONObject(fields.map { (key: $0.0, value: $0.1) })).text())
  }

  private func walk(
    _ pages: GraphPages<User>
  ) async throws -> (ids: [String], link: String?) {
    var ids: [String] = []
    var link: String?
    for try await page in pages {
      ids += page.items.map(\.id)
      link = page.nextLink
    }
    return (ids, link)
  }

  @Test(arguments: 1...6)
  func `a list that is cut anywhere goes on with the row behind`(limit: Int) async throws {
    let all = ["a", "b/1", "19:c@x", "d", "e", "f"]
    let pages = [
      ("/v1.0/users?$top=2", page(Array(all[0..<2]), next: "$skiptoken=1")),
      ("/v1.0/users?$skiptoken=1", page(Array(all[2..<4]), next: "$skiptoken=2")),
      ("/v1.0/users?$skiptoken=2", page(Array(all[4..<6]))),
    ]
    var seen: [String] = []
    var link: String?
    repeat {
      // From the page with the first row that is missing to that with the last one wanted.
      let end = min(seen.count + limit, all.count)
      let asked = pages[(link == nil ? 0 : seen.count / 2)...((end - 1) / 2)]
      let graph = try client(ScriptedTransport(asked.map { .get($0.0, $0.1) }))
      let part = try await walk(
        link.map { try graph.pages(following: $0, of: request, limit: limit) }
          ?? graph.pages(request, limit: limit))
      #expect(part.ids.count <= limit)
      seen += part.ids
      link = part.link
    } while link != nil
    #expect(seen == all)
  }

  @Test func `where the last row seen is gone, nothing is skipped`() async throws {
    let transport = ScriptedTransport([.get("/v1.0/users?$skiptoken=1", page(["x", "y"]))])
    let part = try await walk(
      client(transport).pages(
        following: "https://graph.example/v1.0/users?$skiptoken=1#after=gone", of: request))
    #expect(part.ids == ["x", "y"])
  }

  @Test(arguments: ["https://elsewhere.example/v1.0/users", "", "users", "#after=1"])
  func `a link to elsewhere is not followed`(link: String) throws {
    let graph = try client(ScriptedTransport())
    #expect(throws: GraphError.self) { try graph.pages(following: link, of: request) }
  }
}
