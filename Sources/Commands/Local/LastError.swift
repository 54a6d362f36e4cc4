package import ArgumentParser
package import CommandKit

/// Shows the last failure again, and with `-v` what passed between this shell and Graph.
package struct LastError: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "last-error", abstract: "Show again what failed last.",
    discussion: """
      With -v the request and the answer behind it are shown. Tokens, cookies and what looks like a \
      secret are starred, long bodies cut; nothing of it is ever kept in a file.
      """)
  package static let effect = Effect.reads
  package static let examples = [
    Example("See what Graph said", "graph get /nowhere || last-error -v")
  ]

  @Flag(name: [.short, .long], help: "Show the exchange with Graph, too.")
  var verbose = false

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    guard let last = session.workspace.lastFailure else { return .done("Nothing has failed yet.") }
    var text = last.failure.text + "\n"
    guard verbose else { return .text(text) }
    text += "  (exit code \(last.failure.exitCode.rawValue))\n\n"
    text += last.exchange.map(ExchangeText.text) ?? "Nothing was asked of Graph.\n"
    return .text(text)
  }
}
