import Cache
import Documents
import Foundation
import Graph
import Testing

/// What changes mean, as a function of what is told and what is remembered.
struct DeltaSyncTests {
  private let date = Date(timeIntervalSince1970: 9000)

  private func person(_ id: String, _ name: String?, mail: JSON? = .null) -> GraphChange<User> {
    var object = JSONObject()
    object["id"] = .string(id)
    if let name { object["displayName"] = .string(name) }
    object["userPrincipalName"] = .string("\(id)@contoso.com")
    if let mail { object["mail"] = mail }
    return .present(User(document: .object(object)))
  }

  private func group(_ id: String, _ name: String?, options: [JSON]? = nil) -> GraphChange<Group> {
    var object = JSONObject()
    object["id"] = .string(id)
    if let name { object["displayName"] = .string(name) }
    if let options { object["resourceProvisioningOptions"] = .array(options) }
    return .present(Group(document: .object(object)))
  }

  @Test func `of several changes to one person the last one counts`() {
    let sync = DeltaSync(
      [
        person("1", "Ada"), .removed(id: "2"), person("2", "Bob"), person("3", "Cy"),
        .removed(id: "3"), person("1", "Adele"), .removed(id: "4"), .removed(id: "4"),
      ], at: date)
    #expect(sync.entries.mapValues(\.name) == ["1": "Adele", "2": "Bob"])
    #expect(sync.entries["1"]?.alternates == ["1@contoso.com", "1"])
    #expect(sync.entries["1"]?.cachedAt == date)
    #expect(sync.removed == ["3", "4"])
    #expect(sync.unclear.isEmpty && !sync.isEmpty)
  }

  @Test func `a person of whom only a part is told is to be read`() {
    var sync = DeltaSync(
      [person("1", nil), person("2", "Bob", mail: nil), person("3", "Cy"), person("3", nil)],
      at: date)
    #expect(sync.unclear == ["1", "2", "3"])
    #expect(sync.entries.isEmpty)
    sync.put(CachedEntry(kind: .people, id: "1", name: "Ada", cachedAt: date))
    sync.remove("2")
    #expect(sync.unclear == ["3"])
    #expect(sync.removed == ["2"])
    #expect(sync.entries.keys.sorted() == ["1"])
  }

  @Test func `no changes are none`() {
    #expect(DeltaSync([GraphChange<User>](), at: date).isEmpty)
  }

  @Test func `of groups only teams are remembered`() throws {
    let held = ["old": "Old", "gone": "Gone", "plain": "Plain"].mapValues { name in
      CachedEntry(kind: .teams, id: "", name: name, detail: "private", cachedAt: .distantPast)
    }
    let sync = try DeltaSync(
      [
        group("new", "New", options: ["Team"]), group("other", "Other", options: []),
        group("other2", "Other"), group("old", "Older"), .removed(id: "gone"),
        group("plain", nil, options: []), group("made", nil, options: ["Team"]),
      ], at: date
    ) { held[$0] }
    #expect(sync.entries.mapValues(\.name) == ["new": "New", "old": "Older"])
    #expect(sync.entries["old"]?.detail == "private")
    #expect(sync.removed == ["other", "other2", "gone", "plain"])
    #expect(sync.unclear == ["made"])
  }

  @Test func `a name told after its team completes it`() throws {
    let sync = try DeltaSync(
      [group("t", nil, options: ["Team"]), group("t", "Sales")], at: date
    ) { _ in nil }
    #expect(sync.entries["t"]?.name == "Sales")
    #expect(sync.unclear.isEmpty)
  }
}
