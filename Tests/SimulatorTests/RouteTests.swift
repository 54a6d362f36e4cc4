import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// The rules that every route obeys.
struct RouteTests {
  @Test func `every route has a case, and every case a route`() {
    let routes = Set(GraphRoutes.all.map { "\($0.method.rawValue) \($0.template)" })
    let cases = Set(RouteCase.all.map(\.testDescription))
    #expect(routes.subtracting(cases) == [])
    #expect(cases.subtracting(routes) == [])
    #expect(GraphRoutes.all.count == routes.count)
  }

  @Test(arguments: RouteCase.all)
  func `a route does what it says, and a restart does not undo it`(
    _ route: RouteCase
  ) async throws {
    let (test, path) = try await TestTenant.onDisk()
    defer { TestTenant.removeFiles(at: path) }
    let places = try await Places(test)
    let address = route.address(places)
    let speaker = route.speaker
    let reply = try await test.graph(
      route.method, address, as: speaker, body: route.body(places), headers: route.headers,
      raw: route.raw(places))
    #expect((200..<400).contains(reply.status), "\(reply)")
    let again = route.readBack?(places, reply) ?? address
    let method = HTTPRequest.Method.get
    let before = try await test.graph(method, again, as: speaker, headers: route.headers)
    #expect(route.holds(places, before), "\(before)")
    try test.tenant.database.close()
    let restarted = try await TestTenant(dataFile: path)
    let after = try await restarted.graph(
      method, again, as: speaker, headers: route.headers)
    #expect(route.holds(places, after), "\(after)")
    if after.status == 200 { #expect(after.textWithoutTokens == before.textWithoutTokens) }
  }

  @Test(arguments: RouteCase.all.filter { (try? $0.route.permissions.isOpen) != true })
  func `a route refuses who holds every permission but its own`(_ route: RouteCase) async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let address = route.address(places)
    let permissions = try route.route.permissions
    let scopes = TestTenant.allScopes.filter { !permissions.delegated.contains($0) }
    let person = try await test.graph(
      route.method, address, as: .person("megan@contoso.com", scopes: scopes),
      body: route.body(places), headers: route.headers, raw: route.raw(places))
    #expect(person.status == (route.isForApps ? 412 : 403), "\(person)")
    let roles = TestTenant.allRoles.filter { !permissions.application.contains($0) }
    let app = try await test.graph(
      route.method, address, as: .app(roles: roles), body: route.body(places),
      headers: route.headers)
    let workload = try route.route.workload
    let expected =
      route.template.hasPrefix("/me")
      ? 400 : permissions.application.isEmpty && workload == .teams ? 412 : 403
    #expect(app.status == expected, "\(app)")
    let nobody = try await test.graph(
      route.method, address, as: .nobody, body: route.body(places), headers: route.headers)
    #expect(nobody.status == 401)
  }

  @Test(arguments: RouteCase.all.filter { $0.method == .get })
  func `the least permission is enough to read`(_ route: RouteCase) async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let permissions = try route.route.permissions
    let least = try #require(
      (route.isForApps ? permissions.application : permissions.delegated).first)
    let reply = try await test.graph(
      .get, route.address(places),
      as: route.isForApps
        ? .app(roles: [least]) : .person("megan@contoso.com", scopes: [least]),
      headers: route.headers)
    #expect(route.holds(places, reply), "\(reply)")
  }

  @Test(
    arguments: RouteCase.all.filter {
      $0.method == .get && (try? $0.route.query.options.contains(.top)) == true
    })
  func `the smallest pages hold the same rows as the largest`(_ route: RouteCase) async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let address = route.address(places)
    let large = try await test.walk(address)
    let small = try await test.walk(address + "?$top=1")
    #expect(small.map { $0["id"] } == large.map { $0["id"] })
    #expect(Set(small.compactMap { $0["id"]?.string }).count == small.count)
  }
}

extension RouteCase {
  /// Who holds every permission and may ask.
  fileprivate var speaker: TestTenant.Speaker {
    isForApps ? .app(roles: TestTenant.allRoles) : .administrator
  }
}

/// One company for the tests that only read, or are refused.
enum Shared {
  static let tenant = Task { try await TestTenant() }
  static let places = Task { try await Places(tenant.value) }
}
