import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// The routes' permissions against the table that Microsoft publishes, where it lies beside the
/// project.
struct PermissionTableTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/reference/graph-permissions.json")

  private static let exists = FileManager.default.fileExists(
    atPath: file.standardizedFileURL.path(percentEncoded: false))

  /// Paths that Microsoft's table does not have.
  private static let unlisted = [
    "POST /chats/{id}/messages/{id}/setreaction", "POST /chats/{id}/messages/{id}/unsetreaction",
    "POST /$batch",
    // It says only that this goes by the resource.
    "GET /subscriptions", "POST /subscriptions", "GET /subscriptions/{id}",
    "PATCH /subscriptions/{id}", "DELETE /subscriptions/{id}",
    "POST /subscriptions/{id}/reauthorize",
    "PATCH /appcatalogs/teamsapps/{id}/appdefinitions/{id}",
    "GET /teams/{id}/operations/{id}", "GET /chats/{id}/messages/delta",
    "POST /groups/{id}/members",
    "GET /directory/deleteditems/microsoft.graph.group", "GET /directory/deleteditems/{id}",
    "DELETE /directory/deleteditems/{id}",
    // It is there, but for people and agents alone.
    "POST /directory/deleteditems/{id}/restore",
    "GET /identity/conditionalaccess/policies", "POST /identity/conditionalaccess/policies",
    "GET /identity/conditionalaccess/policies/{id}",
    "PATCH /identity/conditionalaccess/policies/{id}",
    "DELETE /identity/conditionalaccess/policies/{id}",
  ]

  private func rules() throws -> [String: (delegated: Set<String>, application: Set<String>)] {
    let data = try Data(contentsOf: Self.file.standardizedFileURL)
    let table = try DocumentParser.parse(Array(data))
    var rules: [String: (delegated: Set<String>, application: Set<String>)] = [:]
    for rule in table["rules"]?.array ?? [] {
      let method = rule["method"]?.string ?? ""
      let key = "\(method) \(rule["path"]?.string ?? "")"
      func names(_ column: String) -> Set<String> {
        Set((rule[column]?.array ?? []).compactMap(\.string))
      }
      let known = rules[key] ?? ([], [])
      rules[key] = (
        known.delegated.union(names("delegatedWork")),
        known.application.union(names("application"))
      )
    }
    return rules
  }

  @Test(.enabled(if: exists))
  func `every route asks for what Microsoft's table says`() throws {
    let rules = try rules()
    #expect(rules.count > 500)
    for route in GraphRoutes.all {
      let key = "\(route.method.rawValue) \(route.tableKey)".replacing("/$count", with: "")
        .replacing("/$ref", with: "").replacing("/$value", with: "")
        .replacing(" /me/teamwork/", with: " /users/{id}/teamwork/")
        // Items have their rules by the drive's id alone.
        .replacing(/\/(me|users\/\{id\}|groups\/\{id\})\/drive\/items/, with: "/drives/{id}/items")
      guard !Self.unlisted.contains(key) else { continue }
      let rule = try #require(rules[key], "\(key) is not in the table")
      #expect(Set(route.permissions.delegated) == rule.delegated, "\(key)")
      #expect(Set(route.permissions.application) == rule.application, "\(key)")
    }
  }

  @Test func `what the app is given are permissions that exist`() {
    let known = Set(PermissionCatalog.open + PermissionCatalog.restricted)
    #expect(ScopeSet.registered.filter { !known.contains($0) } == [])
    #expect(ScopeSet.granted.filter { !PermissionCatalog.application.contains($0) } == [])
  }

  @Test func `the app's registered scopes open every route to the administrator`() {
    let closed = GraphRoutes.all.filter { route in
      !route.permissions.isOpen && !route.permissions.delegated.isEmpty
        && !route.permissions.delegated.contains(where: ScopeSet.registered.contains)
    }
    #expect(closed.map(\.template) == [])
  }
}
