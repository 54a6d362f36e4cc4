package import ArgumentParser
package import CommandKit
import Documents
import Graph
import HTTPTypes

/// Changes any object of Microsoft Graph.
package struct GraphPatch: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "patch", abstract: "Patch any object of Microsoft Graph.")
  package static let effect = Effect.changes
  package static let operands = [Operand(\Self.target.path), Operand(\Self.content.body)]
  package static let examples = [
    Example(
      "Change a channel's description",
      "graph patch /teams/x/channels/y '{\"description\":\"Rollout\"}' --dry-run")
  ]

  @OptionGroup var target: GraphTarget

  @OptionGroup var content: GraphBody

  package init() {}

  package func run(in session: Session) async throws -> Reply<GraphObject> {
    let body = try await content.document(input: session.call.io.input)
    return try await target.write(.patch, body, in: session)
  }
}
