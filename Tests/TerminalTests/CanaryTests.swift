import Foundation
import TestSupport
import Testing

/// A secret that is easily recognised turns up nowhere but in the request that it is for.
struct CanaryTests {
  private static let token = "canary-token-5f0c2e"

  @Test func `a ready token reaches Graph, and nothing else`() throws {
    let home = try Home()
    let server = try ScriptedServer { line in
      line.hasPrefix("POST")
        ? .reply("500 Internal Server Error", [], "{}") : .reply("200 OK", [], "{\"value\":[]}")
    }
    var environment = BadAnswerTests.environment(home, server.root)
    environment["TEAMSH_ACCESS_TOKEN"] = Self.token
    let script = """
      team list
      graph post /teams/1/x {}
      !env; cat /proc/self/environ /proc/self/cmdline
      team list | env
      whoami
      set
      journal list -o json
      """
    let run = try Run(
      ["--trace", "--keep-going"], in: environment, input: script)
    #expect(server.requests.contains { $0.contains("Bearer \(Self.token)") })
    #expect(run.output.contains("HOME="))
    #expect(run.errors.contains("trace: "))
    #expect(!run.output.contains(Self.token))
    #expect(!run.errors.contains(Self.token))
    #expect(try Self.files(of: home, holding: Self.token).isEmpty)
  }

  @Test func `a client secret and the tokens got with it stay out of files, trace and programs`()
    throws
  {
    let home = try Home()
    let tenant = try Tenant()
    try home.write(tenant.clientSecret, to: "secret")
    try home.write(
      "default: app\nprofiles:\n  app:\n    secret-file: \(home.file("secret"))\n",
      to: "config.yaml")
    let run = try Run(
      [
        "--trace", "-c",
        "whoami; team list -o csv; channel create Canary --team 'Contoso IT'; !env",
      ],
      in: home.environment.merging(tenant.environment) { $1 })
    #expect(run.code == 0, "\(run.errors)")
    for text in [run.output, run.errors] {
      #expect(!text.contains(tenant.clientSecret))
      #expect(!text.contains("eyJ"))
    }
    #expect(try Self.files(of: home, holding: tenant.clientSecret) == ["secret"])
    #expect(try Self.files(of: home, holding: "eyJ").isEmpty)
  }

  @Test func `at the prompt the token is in no file either, and its programs do not see it`() throws
  {
    let home = try Home()
    let tenant = try Tenant()
    let token = try tenant.token()
    let shell = try ShellTerminal(
      home: home, environment: tenant.environment.merging(["TEAMSH_ACCESS_TOKEN": token]) { $1 })
    try shell.prompt()
    try shell.run("use 'Contoso IT/General'")
    try shell.run("message send 'nothing secret'")
    #expect(try shell.run("!env | grep -c TEAMSH_ACCESS_TOKEN").contains("0"))
    shell.type("\u{4}")
    _ = try shell.terminal.waitForExit()
    #expect(!String(decoding: shell.terminal.transcript, as: UTF8.self).contains(token))
    #expect(try Self.files(of: home, holding: token).isEmpty)
    #expect(home.text(of: "history").contains("nothing secret"))
    #expect(!home.text(of: "journal.ndjson").contains("nothing secret"))
  }

  /// The names of the files in a home that hold a text.
  private static func files(of home: Home, holding text: String) throws -> [String] {
    try home.files.filter { name in
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: home.file(name), isDirectory: &isFolder),
        !isFolder.boolValue
      else { return false }
      let data = try Data(contentsOf: URL(fileURLWithPath: home.file(name)))
      return data.range(of: Data(text.utf8)) != nil
    }
  }
}
