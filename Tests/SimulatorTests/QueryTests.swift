import HTTPTypes
import Testing

@testable import Simulator

/// Filters, searches, choices and orders.
struct QueryTests {
  private static let eventual: HTTPFields = [.consistencyLevel: "eventual"]

  @Test(
    arguments: [
      ("displayName eq 'Miles O''Brien'", ["Miles O'Brien"]),
      ("displayName eq 'miles o''brien'", ["Miles O'Brien"]),
      ("displayName eq '--yes'", ["--yes"]),
      ("startswith(displayName,'adel')", ["Adele Vance"]),
      (
        "userPrincipalName eq 'adele@contoso.com' or mail eq 'megan@contoso.com'",
        ["Megan Bowen", "Adele Vance"]
      ),
      ("surname eq 'Müller' and givenName eq 'ANNA'", ["Anna Müller", "Anna Müller"]),
      ("displayName in ('Adele Vance','王伟')", ["Adele Vance", "王伟"]),
      ("(userType eq 'Guest') and startsWith(displayName,'Hans')", ["Hans Meier (Fabrikam)"]),
      ("accountEnabled eq false and displayName eq 'Gone Away'", ["Gone Away"]),
      ("displayName eq null", []),
    ])
  func `people are filtered as Graph does`(_ filter: String, _ names: [String]) async throws {
    let test = try await Shared.tenant.value
    let found = try await test.walk("/users?$filter=\(filter.percentEncoded)")
    #expect(found.compactMap { $0["displayName"]?.string } == names)
  }

  @Test(
    arguments: [
      ("displayName eq", "Syntax error"), ("nosuch eq 'x'", "nosuch"), ("(((", "Syntax error"),
      ("displayName eq 'x' and", "Syntax error"), ("displayName foo 'x'", "Syntax error"),
      ("length(displayName) gt 3", "length"), ("accountEnabled eq 'x'", "incompatible"),
      (String(repeating: "not ", count: 400) + "accountEnabled eq true", "Syntax error"),
    ])
  func `a filter that makes no sense is a bad request`(
    _ filter: String, _ hint: String
  ) async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.graph(.get, "/users?$filter=\(filter.percentEncoded)")
    #expect(reply.status == 400, "\(reply)")
    #expect(reply.message?.contains(hint) == true, "\(reply)")
  }

  @Test func `advanced queries work with the header that they need`() async throws {
    let test = try await Shared.tenant.value
    let search = try await test.graph(
      .get, "/users?$search=%22displayName:O'Br%22%20OR%20%22displayName:vanc%22",
      headers: Self.eventual)
    #expect(
      search.values.compactMap { $0["displayName"]?.string } == ["Adele Vance", "Miles O'Brien"])
    let counted = try await test.graph(
      .get, "/users?$count=true&$top=2&$filter=endswith(mail,'@contoso.com')",
      headers: Self.eventual)
    let total = try #require(counted.document["@odata.count"]?.integer)
    #expect(total > 2 && counted.values.count == 2)
    let next = try #require(counted.document["@odata.nextLink"]?.string)
    let second = try await test.graph(.get, next, headers: Self.eventual)
    #expect(second.document["@odata.count"] == nil)
  }

  @Test(
    arguments: [
      (#""displayName:miles" AND "displayName:o'b""#, ["Miles O'Brien"]),
      (#""displayName:miles" AND "displayName:vance""#, []),
      (
        #""displayName:adele" AND "mail:adele" OR "displayName:miles""#,
        ["Adele Vance", "Miles O'Brien"]
      ),
    ])
  func `a search joins its clauses`(_ search: String, _ names: [String]) async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.graph(
      .get, "/users?$search=\(search.percentEncoded)", headers: Self.eventual)
    #expect(reply.values.compactMap { $0["displayName"]?.string } == names, "\(reply)")
  }

  @Test(arguments: [
    "$filter=displayName ne 'x'", "$filter=not startswith(displayName,'a')",
    "$filter=endswith(mail,'.com')", "$filter=startswith(displayName,'a')&$orderby=displayName",
  ])
  func `an advanced query needs its header and its count`(_ query: String) async throws {
    let test = try await Shared.tenant.value
    for collection in ["/users", "/groups"] {
      let parts = query.split(separator: "&").map { part in
        let pair = part.split(separator: "=", maxSplits: 1)
        return "\(pair[0])=\(String(pair[1]).percentEncoded)"
      }
      let path = "\(collection)?\(parts.joined(separator: "&"))"
      for (suffix, headers) in [("&$count=true", [:]), ("", Self.eventual)]
        as [(String, HTTPFields)]
      {
        let refused = try await test.graph(.get, path + suffix, headers: headers)
        #expect(refused.status == 400 && refused.code == "Request_UnsupportedQuery", "\(refused)")
      }
      let taken = try await test.graph(.get, path + "&$count=true", headers: Self.eventual)
      #expect(taken.status == 200 && taken.document["@odata.count"] != nil, "\(taken)")
    }
  }

  @Test func `orders hold across pages`() async throws {
    let test = try await Shared.tenant.value
    let path = "/users?$orderby=displayName%20desc&$select=displayName&$top=7"
    let names = try await test.walk(path)
      .compactMap { $0["displayName"]?.string?.lowercased() }
      .map { Array($0.utf8) }
    #expect(names.count == 40)
    #expect(names == names.sorted { $1.lexicographicallyPrecedes($0) })
  }

  @Test func `a choice of properties keeps the others away`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let user = try await test.graph(.get, "/me?$select=displayName,department,nosuch")
    #expect(
      user.document.fields?.entries.map(\.name) == ["@odata.context", "displayName", "department"])
    let channels = try await test.graph(.get, "/teams/\(places.team)/channels?$select=id")
    #expect(channels.values.allSatisfy { $0.fields?.entries.map(\.name) == ["id"] })
    let context = try #require(channels.document["@odata.context"]?.string)
    #expect(context.hasSuffix("$metadata#teams('\(places.team)')/channels(id)"))
  }

  @Test func `groups with a team are told apart from those without`() async throws {
    let test = try await Shared.tenant.value
    let filter = "resourceProvisioningOptions/Any(x:x eq 'Team')"
    let teams = try await test.walk("/groups?$filter=\(filter.percentEncoded)")
    #expect(teams.count == 8)
    #expect(try await test.walk("/groups").count == 11)
  }

  @Test func `a filter on the members of a team takes the cast`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let filter = "(microsoft.graph.aadUserConversationMember/email eq 'megan@contoso.com')"
    let found = try await test.walk(
      "/teams/\(places.team)/members?$filter=\(filter.percentEncoded)")
    #expect(found.map { $0["userId"]?.string } == [places.me])
    let owners = "roles/any(r:r eq 'owner')"
    let some = try await test.walk(
      "/teams/\(places.team)/members?$filter=\(owners.percentEncoded)")
    #expect(!some.isEmpty && some.allSatisfy { $0["roles"] == ["owner"] })
  }

  @Test func `expanded messages bring their replies`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let path = "/teams/\(places.team)/channels/\(places.general)/messages?$expand=replies&$top=50"
    let rows = try await test.walk(path)
    let inlined = rows.reduce(0) { $0 + ($1["replies"]?.array?.count ?? 0) }
    #expect(inlined > 0)
    for row in rows {
      #expect(row["replies@odata.count"]?.integer == row["replies"]?.array?.count)
    }
  }

  @Test func `the messages of a chat are filtered by time`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let path = "/chats/\(places.chat)/messages"
    let all = try await test.walk(path)
    let middle = try #require(all[all.count / 2]["createdDateTime"]?.string)
    let filter = "createdDateTime lt \(middle)".percentEncoded
    let older = try await test.walk(
      path + "?$orderby=createdDateTime%20desc&$filter=\(filter)")
    #expect(older.count == all.count - all.count / 2 - 1)
    let ascending = try await test.graph(.get, path + "?$orderby=createdDateTime%20asc")
    #expect(ascending.status == 400)
  }
}
