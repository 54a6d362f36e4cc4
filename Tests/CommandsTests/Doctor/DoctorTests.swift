import CommandKit
import Documents
import Foundation
import Output
import TestSupport
import Testing

@testable import Simulator

/// The doctor at work in a tenant.
struct DoctorTests {
  private static func states(_ output: String) throws -> [String: String] {
    let rows = try JSON(parsing: output).array ?? []
    return Dictionary(
      rows.map { ($0["check"]?.string ?? "", $0["state"]?.string ?? "") }
    ) { first, _ in first }
  }

  @Test func `a clock that is wrong fails, and the list is whole all the same`() async throws {
    try await SimulatedTenant.serve { tenant in
      let session = try tenant.session()
      try await tenant.signIn(session)
      tenant.server.tenant.clockShift.move(by: 900)
      #expect(await session.run("doctor -o json") == .failed)
      let states = try Self.states(session.output.text)
      #expect(states["clock"] == "failure")
      #expect(states["graph"] == "ok")
      #expect(session.errors.text.contains("One check failed."))
    }
  }

  @Test func `without a network the rest is still looked at`() async throws {
    let session = try TestSession(transport: DeadTransport())
    try session.signIn(TestToken.person(["User.Read"]))
    #expect(await session.run("doctor -o json") == .failed)
    let states = try Self.states(session.output.text)
    #expect(states["graph"] == "failure")
    #expect(states["clock"] == "warning")
    #expect(states["files"] == "ok")
    #expect(states["disk"] == "ok")
    #expect(session.errors.text.contains("2 checks failed."))
  }

  @Test func `a keyring that refuses and a file that others can read are warnings`() async throws {
    try await SimulatedTenant.serve { tenant in
      let home = try TemporaryHome()
      let history = try home.write("team list\n", to: "history")
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: history)
      let session = try tenant.session(home: home) {
        $0.tokenStore = MemoryTokenStore(refusal: "Operation not permitted")
      }
      let states = try Self.states(try await session.result(of: "doctor -o json"))
      #expect(states["keyring"] == "warning")
      #expect(states["files"] == "warning")
      #expect(states["sign-in"] == "warning")
      #expect(session.output.text.contains("chmod 600"))
    }
  }

  @Test func `the bot is looked at where there is one`() async throws {
    try await SimulatedTenant.serve { tenant in
      let session = try tenant.session(home: tenant.botHome())
      let states = try Self.states(try await session.result(of: "doctor -o json"))
      #expect(states["bot"] == "ok")
      #expect(states["connector"] == "ok")
      #expect(states["endpoint"] == "ok")
      #expect(states["messaging address"] == nil)
      #expect(!session.output.text.contains(tenant.address.botSecret))
    }
  }

  @Test func `a bot's secret that others can read is a failure`() async throws {
    try await SimulatedTenant.serve { tenant in
      let home = try tenant.botHome()
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644], ofItemAtPath: home.file("bot-secret"))
      let session = try tenant.session(home: home)
      #expect(await session.run("doctor -o json") == .failed)
      #expect(try Self.states(session.output.text)["bot"] == "failure")
    }
  }

  @Test func `no secret is in what the doctor says`() async throws {
    try await SimulatedTenant.serve { tenant in
      let home = try TemporaryHome()
      try home.writeProfile(secret: tenant.address.clientSecret)
      let session = try tenant.session(home: home)
      _ = try await session.result(of: "login --app")
      let output = try await session.result(of: "doctor -o json")
      #expect(output.contains("\"app\""))
      #expect(!output.contains(tenant.address.clientSecret))
      #expect(!output.contains("eyJ"))
    }
  }
}
