package import ArgumentParser
package import CommandKit
import Documents
import Graph
import HTTPTypes

/// Replaces any object of Microsoft Graph.
package struct GraphPut: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "put", abstract: "Put any object to Microsoft Graph.")
  package static let effect = Effect.changes
  package static let operands = [Operand(\Self.target.path), Operand(\Self.content.body)]
  package static let examples = [
    Example("Make a group a team", "graph put /groups/x/team '{}' --dry-run")
  ]

  @OptionGroup var target: GraphTarget

  @OptionGroup var content: GraphBody

  package init() {}

  package func run(in session: Session) async throws -> Reply<GraphObject> {
    let body = try await content.document(input: session.call.io.input)
    return try await target.write(.put, body, in: session)
  }
}
