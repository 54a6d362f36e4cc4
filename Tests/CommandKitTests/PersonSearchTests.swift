import Testing

@testable import CommandKit

/// What Graph is asked for a name, and how long its work is waited for.
struct PersonSearchTests {
  private func questions(_ text: String, byHandle: Bool = false) -> [PersonSearch.Step] {
    PersonSearch(text, byHandle: byHandle).steps
  }

  @Test func `an apostrophe is doubled`() {
    #expect(questions("Miles O'Brien").first == .filter("displayName eq 'Miles O''Brien'"))
    #expect(
      questions("o'hara@x.com").first
        == .filter("userPrincipalName eq 'o''hara@x.com' or mail eq 'o''hara@x.com'"))
    #expect(
      questions("o'hara", byHandle: true)
        == [.filter("startswith(userPrincipalName,'o''hara@') or startswith(mail,'o''hara@')")])
  }

  @Test func `an id is asked for as it is`() {
    let id = "11111111-1111-4111-8111-111111111111"
    #expect(questions(id) == [.id(id)])
  }

  @Test func `a name that nobody has goes on to those near it`() {
    #expect(
      questions("Zoe") == [
        .filter("displayName eq 'Zoe'"), .search("Zoe"), .filter("startswith(displayName,'Z')"),
      ])
    #expect(
      questions("\"\\") == [
        .filter("displayName eq '\"\\'"), .filter("startswith(displayName,'\"')"),
      ])
    #expect(questions("") == [.filter("displayName eq ''")])
  }

  @Test func `work is looked at often at first, then seldom, and not for ever`() {
    #expect(OperationPatience.delay(after: .zero) == .seconds(1))
    #expect(OperationPatience.delay(after: .seconds(9)) == .seconds(1))
    #expect(OperationPatience.delay(after: .seconds(10)) == .seconds(5))
    #expect(OperationPatience.delay(after: .seconds(60)) == .seconds(30))
    #expect(OperationPatience.delay(after: .seconds(299)) == .seconds(30))
    #expect(OperationPatience.delay(after: .seconds(300)) == nil)
  }

  @Test func `a place keeps its way when a part of it gets another name`() {
    let team = Named(id: "t", name: "IT")
    let place = Place.channel(team: team, Named(id: "c", name: "Old"))
    #expect(place.renaming(Named(id: "c", name: "New")).path == "IT/New")
    #expect(place.renaming(Named(id: "d", name: "New")) == place)
    #expect(Place.chat(Named(id: "c", name: "Old")).renaming(Named(id: "c", name: "N")).path == "N")
    #expect(Place.nowhere.renaming(team) == .nowhere)
  }
}
