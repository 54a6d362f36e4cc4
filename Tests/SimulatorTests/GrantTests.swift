import HTTPTypes
import Testing

@testable import Simulator

/// Apps and what they have been given.
struct GrantTests {
  @Test(arguments: ["/servicePrincipals(appId='{}')", "/servicePrincipals/{}"])
  func `an app is found by its app id`(_ template: String) async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let id = test.tenant.profile.clientID
    let reply = try await test.graph(.get, template.replacing("{}", with: id))
    #expect(reply.document["id"]?.string == places.principal, "\(reply)")
    let filter = "appId eq '\(id)'".percentEncoded
    let list = try await test.graph(.get, "/servicePrincipals?$filter=\(filter)")
    #expect(list.values.map { $0["id"]?.string } == [places.principal])
  }

  @Test func `what an app was assigned names roles that Graph's own account has`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let graph = try await test.graph(
      .get, "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')")
    let roles = Set((graph.document["appRoles"]?.array ?? []).compactMap { $0["id"]?.string })
    let assigned = try await test.graph(
      .get, "/servicePrincipals/\(places.principal)/appRoleAssignments")
    let ids = assigned.values.compactMap { $0["appRoleId"]?.string }
    #expect(!ids.isEmpty)
    #expect(ids.filter { !roles.contains($0) } == [])
  }

  @Test func `a grant is given once, and only of what exists`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    var request: Document.Fields = [
      "clientId": .string(places.principal), "consentType": "Principal",
      "principalId": .string(places.other), "resourceId": .string(ServicePrincipal.graph.id),
      "scope": "User.Read",
    ]
    let path = "/oauth2PermissionGrants"
    #expect(try await test.graph(.post, path, body: .object(request)).status == 201)
    #expect(try await test.graph(.post, path, body: .object(request)).status == 409)
    request["principalId"] = .string(places.stranger)
    request["scope"] = "No.Such.Permission"
    #expect(try await test.graph(.post, path, body: .object(request)).status == 400)
  }
}
