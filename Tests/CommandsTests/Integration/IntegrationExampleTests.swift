import CommandKit
import Commands
import Output
import Simulator
import TestSupport
import Testing

/// The examples that the help of the integration's commands prints.
struct IntegrationExampleTests {
  /// The commands that need more of a bot than there is.
  private static let bots: Set = [
    "mirror-investigation", "microsoft-teams-create-messaging-endpoint",
  ]

  @Test(.tenant, arguments: IntegrationCommand.all.map(\.name), ["", "!"])
  func `an example runs, or says that a bot does it`(name: String, mark: String) async throws {
    let command = try #require(Catalog.teamsh.integration(name))
    let tenant = try SimulatedTenant.here()
    let home = try tenant.botHome(["team: Contoso IT"])
    let session = try tenant.session(home: home)
    try await tenant.signIn(session)
    let code = await session.run(mark + command.example)
    if Self.bots.contains(name) {
      #expect(code == .signIn)
      #expect(
        session.errors.text.hasPrefix("\(name) is done by a bot, and none is signed in.\n"))
      #expect(session.output.text.isEmpty)
    } else if name == "microsoft-teams-message-update" {
      // Only a message that the bot has sent can be changed, and its id is not known before.
      #expect(code == .notFound, "\(session.errors.text)")
    } else {
      #expect(code == .done, "\(session.errors.text)")
      #expect(session.errors.text.isEmpty)
      #expect(!session.output.text.isEmpty)
    }
  }
}
