import TestSupport
import Testing

/// Two shells on one cache, while the tenant changes.
struct SharedCacheTests {
  private let home: Home
  private let tenant: Tenant
  private let shells: [ShellTerminal]

  init() throws {
    let (home, tenant) = (try Home(), try Tenant())
    let token = try tenant.token(scopes: Tenant.scopes + ["User.ReadWrite.All"])
    let environment = tenant.environment.merging(["TEAMSH_ACCESS_TOKEN": token]) { $1 }
    // Lists that were read just now keep the shells from reading them at their start.
    let filling = try Run(
      ["-c", "cache refresh"], in: home.environment.merging(environment) { $1 })
    try #require(filling.code == 0, "\(filling.errors)")
    shells = try (1...2).map { _ in
      try ShellTerminal(home: home, environment: environment, prompt: "p{number}:{place}> ")
    }
    (self.home, self.tenant) = (home, tenant)
    for shell in shells { try shell.prompt("/> ") }
  }

  /// Whether Tab finds the newcomer in a shell, in which nothing is typed before and after.
  private func findsNewcomer(_ shell: ShellTerminal) throws -> Bool {
    shell.type("user show @quix\t|")
    try shell.terminal.wait(described: "a bar behind the name") {
      let text = $0.screen.text
      return text.contains("user show @quix|") || text.contains("user show @quixote.zyx |")
    }
    let isFound = shell.terminal.screen.text.contains("user show @quixote.zyx |")
    shell.type("\u{15}")
    try shell.terminal.wait(described: "an empty line") { !$0.screen.text.contains("@quix") }
    return isFound
  }

  @Test func `who comes and goes at the tenant comes and goes at the next Tab of both shells`()
    throws
  {
    for shell in shells { #expect(try !findsNewcomer(shell)) }
    let newcomer = #"""
      {"accountEnabled":true,"displayName":"Quixote Zyx","mailNickname":"quixote",
      "userPrincipalName":"quixote.zyx@contoso.com","passwordProfile":{"password":"Aa1!aaaaaaaa"}}
      """#
    try shells[0].run(
      "graph post /users '\(newcomer.split { $0.isNewline }.joined())'", then: "/> ")
    #expect(
      try shells[0].run("cache refresh people", then: "/> ").contains("Read 1 change of people."))
    for shell in shells { #expect(try findsNewcomer(shell)) }
    try shells[1].run("graph delete /users/quixote.zyx@contoso.com --yes", then: "/> ")
    #expect(
      try shells[1].run("cache refresh people", then: "/> ").contains("Read 1 change of people."))
    for shell in shells { #expect(try !findsNewcomer(shell)) }
  }
}
