import CommandKit
import Commands
import Output
import Simulator
import TestSupport
import Testing

/// The examples that the help of the integration's commands prints.
struct IntegrationExampleTests {
  @Test(.tenant, arguments: IntegrationCommand.all.map(\.name), ["", "!"])
  func `an example runs`(name: String, mark: String) async throws {
    let command = try #require(Catalog.teamsh.integration(name))
    let tenant = try SimulatedTenant.here()
    let home = try await tenant.incidentHome()
    let session = try tenant.session(home: home)
    try await tenant.signIn(session)
    let code = await session.run(mark + command.example)
    if name == "microsoft-teams-message-update" {
      // Only a message that the bot has sent can be changed, and its id is not known before.
      #expect(code == .notFound, "\(session.errors.text)")
    } else {
      #expect(code == .done, "\(session.errors.text)")
      #expect(session.errors.text.isEmpty)
      #expect(!session.output.text.isEmpty)
    }
  }
}
