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
  package static let examples = [
    Example(
      "Change a channel's description",
      "graph patch /teams/x/channels/y '{\"description\":\"Rollout\"}' --dry-run")
  ]

  @OptionGroup var target: GraphTarget

  @OptionGroup var content: GraphBody

  package init() {}

  package func run(in session: Session) async throws -> Reply<GraphObject> {
    let request = GraphRequest<GraphObject>(
      method: .patch, path: GraphPath(typed: target.path.text), headers: try target.headers(),
      body: try await content.document(input: session.call.io.input))
    let answer = try await session.write(request, to: Named(id: target.path.text, name: "patch"))
    return .answer(answer)
  }
}
