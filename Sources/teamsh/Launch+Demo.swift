import ArgumentParser
import CommandKit
import Foundation
import Identity
import LineEditing
import Output
import Shell
import Transport

extension Launch {
  /// Runs against a tenant of this machine's own, with files that are gone afterwards.
  func demo() async throws -> CommandKit.ExitCode {
    let demo = try DemoArguments(Array(options.rest.dropFirst()))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("teamsh-demo-\(UUID().uuidString.lowercased())").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = options
    options.lines += demo.lines
    options.rest = demo.rest
    let endpoint = DemoEndpoint(home: folder)
    let tenant = DemoTenant(
      program: try Self.tenantProgram(), arguments: endpoint.tenantOptions + demo.tenant)
    return try await tenant.run { [options] facts in
      defer { endpoint.end() }
      return try await Self.visit(facts, endpoint, options: options, launch: self)
    }
  }

  private static func visit(
    _ facts: DemoTenant.Facts, _ endpoint: DemoEndpoint, options: LaunchOptions, launch: Launch
  ) async throws -> CommandKit.ExitCode {
    try writeProfile(facts, endpoint)
    // What somebody is signed in with elsewhere stays out; how a session is to behave does not.
    var environment = launch.environment.filter {
      !$0.key.hasPrefix("TEAMSH_") || ["TEAMSH_RESTRICTED", "TEAMSH_PAGER"].contains($0.key)
    }
    environment["TEAMSH_HOME"] = endpoint.home
    let demo = Launch(options: options, environment: environment, console: launch.console)
    let workspace = try demo.makeWorkspace(environment)
    let visitor = DevicePageVisitor(
      transport: workspace.transport, login: facts.login, account: facts.admin)
    let scopes =
      workspace.catalog.entries.flatMap { $0.type.permissions.person }
      + workspace.catalog.firstScopes + exampleScopes
    _ = try await SignIn(workspace: workspace).deviceCode(SignIn.Wishes(scopes: scopes)) {
      try await visitor.approve($0.userCode)
    }
    return try await demo.run(workspace, signedIn: true)
  }

  /// What the examples need that make people and a team.
  private static let exampleScopes = ["User.ReadWrite.All", "Team.Create"]

  /// Writes the profile that the demo runs with, and beside it the secrets of the tenant's app and its bot.
  private static func writeProfile(
    _ facts: DemoTenant.Facts, _ endpoint: DemoEndpoint
  ) throws {
    let home = endpoint.home
    let (secret, botSecret) = ("\(home)/secret", "\(home)/bot-secret")
    for (file, text) in [(secret, facts.clientSecret), (botSecret, facts.botSecret)] {
      _ = FileManager.default.createFile(
        atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    }
    let profile = """
      default: demo
      profiles:
        demo:
          tenant: \(facts.tenantID)
          client-id: \(facts.clientID)
          secret-file: \(secret)
          bot-id: \(facts.botID)
          bot-secret-file: \(botSecret)
          connector-url: \(facts.connector)
          bot-port: \(endpoint.port)
          bot-address: \(endpoint.address)
          graph-url: \(facts.graph)
          login-url: \(facts.login)
          pace: \(PaceMode.off.rawValue)
      """
    try profile.write(toFile: "\(home)/config.yaml", atomically: true, encoding: .utf8)
  }

  private static func tenantProgram() throws(CommandError) -> String {
    let path = InstalledProgram.path(of: "teamsh-tenant")
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw CommandError(.demoMissing(path))
    }
    return path
  }
}

/// What stands behind `teamsh demo`: options of the tenant, lines, and a script.
struct DemoArguments: Sendable {
  private(set) var tenant: [String] = []
  private(set) var lines: [String] = []
  private(set) var rest: [String] = []

  /// Sorts the words: `-c LINE` and the first word without dashes are the shell's, options with a
  /// value the tenant's.
  init(_ words: [String]) throws {
    var words = words[...]
    while let word = words.popFirst() {
      if word == "-c" {
        guard let line = words.popFirst() else { throw ValidationError("-c needs a line.") }
        lines.append(line)
      } else if word.hasPrefix("--") {
        tenant.append(word)
        if !word.contains("="), let value = words.first, !value.hasPrefix("-") {
          tenant.append(value)
          words = words.dropFirst()
        }
      } else {
        rest = [word] + words
        return
      }
    }
  }
}
