import HTTPTypes
import Testing

@testable import Simulator

/// Searches for messages.
struct SearchTests {
  private func search(
    _ text: String, as speaker: TestTenant.Speaker = .administrator, from: Int = 0, size: Int = 25
  ) async throws -> Reply {
    let test = try await Shared.tenant.value
    _ = try await Shared.places.value
    return try await test.graph(
      .post, "/search/query", as: speaker, body: RouteCase.query(text, from: from, size: size))
  }

  @Test func `matches are paged by number, and counted as a whole`() async throws {
    let all = RouteCase.hits(try await search("mine", size: 50))
    #expect(all.count == 3)
    let second = try await search("mine", from: 1, size: 1)
    #expect(RouteCase.hits(second).map { $0["hitId"] } == [all[1]["hitId"]])
    #expect(RouteCase.container(second)?["total"] == 3)
    #expect(RouteCase.container(second)?["moreResultsAvailable"] == true)
    #expect(all.allSatisfy { $0["resource"]?["body"] == nil })
  }

  @Test func `nobody finds what they may not read`() async throws {
    let places = try await Shared.places.value
    let outsider: TestTenant.Speaker = .person(places.outsider, scopes: ["Chat.Read"])
    let chats = RouteCase.hits(try await search("mine", as: outsider))
      .compactMap { $0["resource"]?["chatId"]?.string }
    #expect(!chats.contains(places.chat))
  }

  @Test(arguments: [
    ("mine sent>=2020-01-01", 3), ("mine sent<2020-01-01", 0), ("mine from:adele", 0),
    ("mine from:megan", 3), ("mine hasAttachment:true", 0),
  ])
  func `properties narrow a search`(_ text: String, _ count: Int) async throws {
    #expect(RouteCase.hits(try await search(text)).count == count)
  }

  @Test func `a property that Graph fails on fails here`() async throws {
    #expect(try await search("IsRead:false").status == 500)
    #expect(try await search("x", size: 51).status == 400)
  }
}
