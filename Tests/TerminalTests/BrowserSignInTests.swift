import Foundation
import TestSupport
import Testing

/// Signing in through a browser that the shell starts itself.
struct BrowserSignInTests {
  private let home: Home
  private let service: LoginService

  init() throws {
    home = try Home()
    service = try LoginService(in: home)
  }

  @Test func `the browser is started, comes back, and is given nothing of this shell's own`() throws
  {
    let run = try Run(
      ["-c", "login --browser; whoami --jq .account; team list -o ids"], in: service.environment)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output == "Signed in as megan@contoso.com (person).\nmegan@contoso.com\n")
    #expect(home.text(of: "browser.environment").contains("HOME="))
    #expect(!home.text(of: "browser.environment").contains("TEAMSH_"))
    #expect(service.tokenRequests.count == 1)
    #expect(service.tokenRequests.allSatisfy { $0.contains("code_verifier=") })
  }

  @Test func `without a browser the address is shown, and Ctrl-C gives up`() throws {
    var environment = service.environment
    environment["BROWSER"] = "/nowhere/browser"
    // As an app nobody is asked to sign in at the start.
    let shell = try ShellTerminal(["--as", "app"], home: home, environment: environment)
    try shell.prompt("signed out /> ")
    shell.type("login --browser\r")
    try shell.terminal.wait(for: "No browser could be started: /nowhere/browser is not installed.")
    shell.type("\u{3}")
    try shell.prompt("signed out /> ")
    #expect(try shell.run("echo alive").contains("alive"))
  }

  @Test func `a remembered sign-in is found by the next shell, until somebody signs out`() throws {
    let first = try Run(["-c", "login --browser --remember"], in: service.environment)
    #expect(first.code == 0, "\(first.errors)")
    let next = try Run(["whoami", "--jq", ".remembered"], in: service.environment)
    guard !first.errors.contains("The keyring refused") else {
      // Containers often have no keyring: the sign-in was for one shell only, and said so.
      #expect(next.code == 3)
      return
    }
    #expect(next.output == "true\n")
    #expect(service.tokenRequests.last?.contains("refresh_token=canary-refresh-5f0c") == true)
    let leaving = try Run(["logout"], in: service.environment)
    #expect(leaving.output == "Signed out. Forgotten: megan@contoso.com.\n")
    #expect(try Run(["whoami"], in: service.environment).code == 3)
  }
}
