package import ArgumentParser
package import CommandKit
import Documents
import Graph
import HTTPTypes

/// Sends any POST to Microsoft Graph.
package struct GraphPost: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Post anything to Microsoft Graph.")
  package static let effect = Effect.changes
  package static let operands = [Operand(\Self.target.path), Operand(\Self.content.body)]
  package static let examples = [
    Example(
      "Send a message by hand",
      "graph post '/chats/19:x@thread.v2/messages' '{\"body\":{\"content\":\"Hi\"}}' --dry-run")
  ]

  @OptionGroup var target: GraphTarget

  @OptionGroup var content: GraphBody

  package init() {}

  package func run(in session: Session) async throws -> Reply<GraphObject> {
    let body = try await content.document(input: session.call.io.input)
    return try await target.write(.post, body, in: session)
  }
}
