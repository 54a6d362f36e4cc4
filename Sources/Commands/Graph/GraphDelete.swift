package import ArgumentParser
package import CommandKit
import Documents
import Graph
import HTTPTypes

/// Deletes any object of Microsoft Graph.
package struct GraphDelete: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete any object of Microsoft Graph.")
  package static let effect = Effect.removes
  package static let operands = [Operand(\Self.target.path)]
  package static let examples = [
    Example("Show what would be deleted", "graph delete /teams/x/channels/y --dry-run")
  ]

  @OptionGroup var target: GraphTarget

  package init() {}

  package func run(in session: Session) async throws -> Reply<GraphObject> {
    try await session.confirm("Delete \(target.path.text)?")
    return try await target.write(.delete, nil, in: session)
  }
}
