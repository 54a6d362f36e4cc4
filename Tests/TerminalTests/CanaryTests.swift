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

  @Test(arguments: ["login --browser", "login --browser --remember", "login"])
  func `what a person's sign-in brings reaches the login service, and nothing else`(
    line: String
  ) throws {
    let home = try Home()
    let service = try LoginService(in: home)
    let script = """
      \(line)
      team list
      graph post /teams/1/x {}
      !env; cat /proc/self/environ /proc/self/cmdline; cat /proc/$PPID/cmdline
      team list | env
      whoami
      journal list -o json
      history
      """
    let run = try Run(["--trace", "--keep-going"], in: service.environment, input: script)
    #expect(run.output.contains("Signed in as megan@contoso.com"), "\(run.errors)")
    #expect(service.server.requests.contains { $0.contains("Bearer e30.") })
    let sent = service.tokenRequests.joined()
    #expect(sent.contains(line == "login" ? "canary-device-5f0c" : "canary-code-5f0c"))
    _ = try Run(["logout"], in: service.environment)
    for secret in LoginService.secrets {
      #expect(!run.output.contains(secret))
      #expect(!run.errors.contains(secret))
      #expect(try Self.files(of: home, holding: secret).allSatisfy { $0 == "browser" })
    }
  }

  @Test(.enabled(if: SecureServer.isAvailable, "openssl is not installed."))
  func `a certificate's key and what it signs stay out of files, trace and programs`() throws {
    let home = try Home()
    let service = try LoginService(in: home)
    try home.makeCertificate("app.pem")
    try home.write(
      "default: app\nprofiles:\n  app:\n    certificate: \(home.file("app.pem"))\n",
      to: "config.yaml")
    let run = try Run(
      ["--trace", "-c", "login --app; whoami; team list --as app; !env; cat /proc/$PPID/environ"],
      in: service.environment)
    #expect(run.code == 0, "\(run.errors)")
    let form = try #require(service.tokenRequests.first)
    let assertion = try #require(form.firstMatch(of: /client_assertion=([\w.%-]+)/)).output.1
    #expect(assertion.split(separator: ".").count == 3)
    let lines = home.text(of: "app.pem").split(separator: "\n").filter { $0.count > 40 }
    #expect(lines.count > 30)
    let secrets = lines.map { "\($0)" } + [String(assertion), "canary-signature-5f0c"]
    for secret in secrets {
      #expect(!run.output.contains(secret))
      #expect(!run.errors.contains(secret))
      #expect(try Self.files(of: home, holding: secret).allSatisfy { $0 == "app.pem" })
    }
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
