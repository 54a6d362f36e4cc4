import Foundation
import TestSupport
import Testing

/// Sign-ins that go wrong, each told in words and with code 3.
struct SignInTests {
  private let home: Home
  private let tenant: Tenant

  init() throws {
    home = try Home()
    tenant = try Tenant()
  }

  private func run(
    secret: String, mode: Int = 0o600, _ changes: [String: String] = [:]
  ) throws -> Run {
    try home.write(secret, to: "secret", mode: mode)
    try home.write(
      "default: app\nprofiles:\n  app:\n    secret-file: \(home.file("secret"))\n",
      to: "config.yaml")
    return try Run(
      ["-c", "team list --limit 1 -o csv"],
      in: home.environment.merging(tenant.environment) { $1 }.merging(changes) { $1 })
  }

  @Test func `an app signs in with its secret, and is refused with another or in another tenant`()
    throws
  {
    let fine = try run(secret: tenant.clientSecret + "\n")
    #expect(fine.code == 0)
    #expect(fine.output.contains("Contoso IT"))
    let wrong = try run(secret: "wrong")
    #expect(wrong.code == 3)
    #expect(
      wrong.errors.contains("Entra ID does not accept this app or its secret.\n  AADSTS7000215"))
    #expect(!wrong.errors.contains("wrong"))
    let elsewhere = try run(secret: tenant.clientSecret, ["TEAMSH_TENANT": "nosuch.example"])
    #expect(elsewhere.code == 3)
    #expect(elsewhere.errors.contains("Entra ID knows no such tenant.\n  AADSTS90002"))
    #expect(elsewhere.errors.contains("Check TEAMSH_TENANT"))
  }

  @Test func `a secret that others can read is not used`() throws {
    let run = try run(secret: tenant.clientSecret, mode: 0o640)
    #expect(run.code == 3)
    #expect(run.errors.contains("Others can read the secret"))
    #expect(run.errors.contains("chmod 600"))
  }

  @Test(.enabled(if: SecureServer.isAvailable, "openssl is not installed."))
  func `a certificate that others can read is not used, nor one without its key`() throws {
    try home.write(
      "default: app\nprofiles:\n  app:\n    certificate: \(home.file("app.pem"))\n",
      to: "config.yaml")
    let environment = home.environment.merging(tenant.environment) { $1 }
    try home.makeCertificate("app.pem", mode: 0o604)
    let exposed = try Run(["login", "--app"], in: environment)
    #expect(exposed.code == 3)
    #expect(exposed.errors.contains("chmod 600 \(home.file("app.pem"))"))
    let text = home.text(of: "app.pem")
    let end = try #require(text.range(of: "-----BEGIN PRIVATE KEY-----"))
    try home.write(String(text[..<end.lowerBound]), to: "app.pem")
    let keyless = try Run(["login", "--app"], in: environment)
    #expect(keyless.code == 3)
    #expect(keyless.errors.contains("The certificate's file holds no private key."))
  }

  @Test func `without a sign-in a script is told what to type`() throws {
    let run = try Run(["team", "list"], in: home.environment.merging(tenant.environment) { $1 })
    #expect(run.code == 3)
    #expect(run.errors == "Nobody is signed in.\n  Type: login\n")
    let bare = try Run(
      ["login"], in: home.environment.merging(["TEAMSH_TENANT": "contoso.com"]) { $1 })
    #expect(bare.code == 3)
    #expect(bare.errors.contains("TEAMSH_CLIENT_ID"))
  }

  @Test func `a code that is accepted signs in, and one that is declined leaves the prompt`() throws
  {
    let shell = try ShellTerminal(home: home, environment: tenant.environment)
    try tenant.decide("decline", userCode: shell.shownCode())
    #expect(try shell.prompt("signed out /> ").contains("The sign-in was declined."))
    shell.type("login\r")
    try tenant.decide("approve", userCode: shell.shownCode())
    try shell.prompt("megan@contoso /> ")
    #expect(try shell.run("team list -o csv").contains("Contoso IT"))
  }

  @Test func `what was requested once the next start asks for, too`() throws {
    try home.write("default: work\nprofiles:\n  work:\n    marker: TEST\n", to: "config.yaml")
    let first = try ShellTerminal(home: home, environment: tenant.environment)
    try tenant.decide("approve", userCode: first.shownCode())
    try first.prompt("megan@contoso /> ")
    first.type("permissions request Channel.Create\r")
    try tenant.decide("approve", userCode: first.shownCode())
    let said = try first.prompt("megan@contoso /> ")
    #expect(said.contains("The profile work asks for it from now on."), "\(said)")
    #expect(said.contains("now with Channel.Create."), "\(said)")
    let second = try ShellTerminal(home: home, environment: tenant.environment)
    try tenant.decide("approve", userCode: second.shownCode())
    try second.prompt("megan@contoso /> ")
    #expect(try second.run("whoami --jq '.permissions[]'").contains("Channel.Create"))
  }

  @Test func `Ctrl-C gives up the wait for a code`() throws {
    let shell = try ShellTerminal(home: home, environment: tenant.environment)
    _ = try shell.shownCode()
    shell.type("\u{3}")
    #expect(try shell.prompt("signed out /> ").contains("Type login, login --browser, or help."))
    #expect(try shell.run("echo alive").contains("alive"))
  }

  @Test func `the address that a browser elsewhere ends at is pasted, and signs in`() async throws {
    let shell = try ShellTerminal(home: home, environment: tenant.environment, columns: 2000)
    _ = try shell.shownCode()
    shell.type("\u{3}")
    try shell.prompt("signed out /> ")
    shell.type("login --browser --paste\r")
    let shown = try shell.terminal.wait(for: "Paste that page's address here: ")
    let address = try #require(shown.firstMatch(of: /http\S+\/authorize\?\S+/)?.output)
    let query = try await ScriptedBrowser.landing(
      from: String(address), on: tenant.root, as: "adele@contoso.com")
    shell.type("http://localhost/?\(query)\r")
    let said = try shell.prompt("adele@contoso /> ")
    #expect(said.contains("Signed in as adele@contoso.com (person)."))
    #expect(try shell.run("team list -o csv").contains("Contoso IT"))
  }

  @Test func `a code that expires is told, and the shell stays`() throws {
    let server = try ScriptedServer { line in
      line.contains("/devicecode")
        ? .reply(
          "200 OK", [],
          """
          {"user_code":"ABC","device_code":"x","verification_uri":"http://127.0.0.1/devicelogin",\
          "expires_in":900,"interval":0,"message":"m"}
          """)
        : .reply(
          "400 Bad Request", [],
          "{\"error\":\"expired_token\",\"error_description\":\"AADSTS70020\",\"error_codes\":[70020]}"
        )
    }
    var environment = BadAnswerTests.environment(home, server.root)
    environment["TEAMSH_ACCESS_TOKEN"] = nil
    let shell = try ShellTerminal(home: home, environment: environment)
    #expect(try shell.prompt().contains("The code expired before anyone entered it."))
    #expect(try shell.run("echo alive").contains("alive"))
  }
}

extension ShellTerminal {
  /// The code that the shell asks a person to enter.
  fileprivate func shownCode() throws -> String {
    try terminal.wait(for: "enter the code ")
    return String(try terminal.wait(for: ". Ctrl-C").dropLast(8))
  }
}
