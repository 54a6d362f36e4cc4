import CommandKit
import Commands
import Simulator
import TestSupport
import Testing

/// The examples that help and documentation print: each works, by itself, against a fresh company.
struct ExampleTests {
  static let lines = Catalog.teamsh.entries.flatMap { $0.type.examples.map(\.line) }

  /// Examples whose point is that somebody signs in.
  private static let signIns: Set = [
    "login", "login --browser", "login --browser --paste", "login --remember", "login --app",
    "login --app; logout --as app", "login --bot",
  ]

  /// Examples that need a prompt; those of one command, which has tests of its own.
  private static let promptLines: Set = ["edit", "edit 'member add'"]

  @Test(.tenant, arguments: lines.filter { !signIns.union(promptLines).contains($0) })
  func `an example runs`(line: String) async throws {
    let tenant = try SimulatedTenant.here()
    let home = try await tenant.home(for: line)
    let session = try tenant.session(home: home)
    try await tenant.signIn(session, for: line)
    _ = try await session.result(of: line.replacing("/tmp/", with: session.home.path + "/"))
  }

  @Test(.tenant)
  func `login waits for a code to be entered, and login --app reads the profile's secret`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let home = try TemporaryHome()
    try home.writeProfile(secret: tenant.address.clientSecret)
    let session = try tenant.session(home: home)
    #expect(try await session.result(of: "login --app").hasPrefix("Signed in as "))
    #expect(session.workspace.identities.keys.sorted { $0.rawValue < $1.rawValue } == [.app])
    _ = try await session.result(of: "login --app; logout --as app")
    #expect(session.workspace.identities.isEmpty)

    let codes = session.errors.writes.compactMap { text in
      text.firstMatch(of: /enter the code ([A-Z0-9-]+)/).map { String($0.1) }
    }
    let visitor = Task {
      for await code in codes.prefix(2) { try await tenant.approve(code) }
    }
    #expect(try await session.result(of: "login").contains("megan@contoso.com"))
    #expect(try await session.result(of: "login --remember").contains("remembered until"))
    try await visitor.value
  }
}
