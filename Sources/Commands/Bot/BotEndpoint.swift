package import ArgumentParser
package import CommandKit
import Documents
import Foundation

/// Shows the address to enter as the bot's messaging endpoint in Azure, and whether it answers.
package struct BotEndpoint: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "endpoint", abstract: "Show the address to enter in Azure.",
    discussion: """
      The address is the profile's bot-address, or --address: where the connector reaches this endpoint from \
      outside. It is asked for /health, which shows that the way through the proxy is open.
      """)
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("Address", field: "address"),
    Column("Answers", field: "answers", as: .state),
    Column("Found", field: "found", as: .text),
  ]
  package static let examples = [Example("See what to enter in Azure", "bot endpoint || true")]

  @Option(help: ArgumentHelp("The endpoint's public address.", valueName: "link"))
  var address: Word?

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    guard let text = address?.text ?? session.workspace.configuration.profile.botAddress else {
      throw EndpointFault.addressMissing
    }
    let address = try PublicAddress(text)
    let probe = await ServerProbe.endpoint(address.root, session.workspace)
    let finding = address.finding(probe)
    return .one(
      Note(
        [
          "address": .string(address.messages), "answers": .string(finding.answers ? "ok" : "no"),
          "found": .string(finding.words),
        ], reference: address.messages))
  }
}

/// Where the endpoint is reached from outside.
struct PublicAddress: Sendable, Hashable {
  /// Without a path of the endpoint's and without a slash at its end.
  let root: String
  /// What is entered in Azure.
  var messages: String { root + "/api/messages" }

  /// Takes an address with or without the endpoint's own path.
  init(_ text: String) throws(EndpointFault) {
    var root = text
    while root.hasSuffix("/") { root.removeLast() }
    if root.hasSuffix("/api/messages") { root.removeLast("/api/messages".count) }
    while root.hasSuffix("/") { root.removeLast() }
    guard let url = URL(string: root), let host = url.host(), !host.isEmpty,
      url.query() == nil, url.fragment() == nil, url.user() == nil,
      url.scheme == "https" || (url.scheme == "http" && ["127.0.0.1", "localhost"].contains(host))
    else { throw .addressInvalid(text) }
    self.root = root
  }

  /// What an answer, or none, says of the way there.
  func finding(_ probe: ServerProbe) -> (answers: Bool, words: String) {
    if let failure = probe.failure { return (false, failure.what) }
    if probe.status == 200 { return (true, "The endpoint is up.") }
    return (
      false, "\(probe.host) answered with status \(probe.status); the endpoint is not behind it."
    )
  }
}
