package import ArgumentParser
package import CommandKit
import Documents
import Graph
import HTTPTypes

/// Gets anything from Microsoft Graph: an object, a collection with all its pages, or bytes.
package struct GraphGet: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Get anything from Microsoft Graph.")
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.target.path)]
  package static let examples = [
    Example("Get yourself", "graph get /me"),
    Example("Get the ids of all teams", "graph get /teams -o ids"),
    Example("Count the people", "graph get '/users/$count' -H 'ConsistencyLevel: eventual'"),
  ]

  @OptionGroup var target: GraphTarget

  @Flag(help: "The answer as it came, without the pages behind it.")
  var page = false

  package init() {}

  package func run(in session: Session) async throws -> Reply<GraphObject> {
    let graph = try await session.graph
    let request = RawRequest(
      method: .get, path: GraphPath(typed: target.path.text), headers: try target.headers())
    let answer = try await graph.raw(request)
    guard let document = try? JSON(parsing: answer.body), document.object != nil else {
      return .bytes(answer.body)
    }
    guard !page, let items = document["value"]?.array else {
      return .one(GraphObject(document: document))
    }
    let rows = items.map(GraphObject.init(document:))
    guard let link = document["@odata.nextLink"]?.string else { return .list(rows) }
    return .pages(try graph.pages(following: link, of: request), after: rows)
  }
}
