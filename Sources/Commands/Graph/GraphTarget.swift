import ArgumentParser
import CommandKit
package import Documents
import Graph
import HTTPTypes

/// The path and headers of a request of the user's own.
package struct GraphTarget: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The path, as /me or /beta/me, with its query.", valueName: "path"))
  var path: Word

  @Option(
    name: [.customShort("H"), .long],
    help: ArgumentHelp("A header, as 'ConsistencyLevel: eventual'.", valueName: "header"))
  var header: [Word] = []

  package init() {}

  /// The headers by name.
  func headers() throws(CommandError) -> [String: String] {
    var headers: [String: String] = [:]
    for word in header {
      guard let colon = word.text.firstIndex(of: ":"), colon != word.text.startIndex,
        HTTPField.Name(String(word.text[..<colon])) != nil
      else {
        throw CommandError(
          .invalidArgument(
            name: "--header", value: word.text, reason: "A header is written NAME: VALUE."))
      }
      let value = word.text[word.text.index(after: colon)...]
      headers[String(word.text[..<colon])] = String(value.drop { $0 == " " })
    }
    return headers
  }
}

extension GraphTarget {
  /// Sends a write to the path; the journal names it by its method.
  func write(
    _ method: HTTPRequest.Method, _ body: JSON?, in session: Session
  ) async throws -> Reply<GraphObject> {
    let request = GraphRequest<GraphObject>(
      method: method, path: GraphPath(typed: path.text), headers: try headers(), body: body)
    let target = Named(id: path.text, name: method.rawValue.lowercased())
    let object = try await session.write(request, to: target)
    return object.document.isNull ? .done("Done.") : .one(object)
  }
}

/// The body of a request of the user's own: JSON as an argument, or standard input.
package struct GraphBody: ParsableArguments {
  @Argument(help: ArgumentHelp("The body as JSON; - for standard input.", valueName: "json"))
  var body: Word?

  package init() {}

  /// The document, checked before anything is sent.
  func document(input: CommandInput) async throws -> JSON? {
    guard let body else { return nil }
    var bytes = Array(body.text.utf8)
    if body.text == "-", !body.isLiteral {
      bytes = try await input.bytes()
      if bytes.isEmpty { throw CommandError(.emptyInput) }
    }
    do {
      return try JSON(parsing: bytes)
    } catch {
      throw CommandError(.invalidJSON(reason: "\(error.code)", offset: error.offset))
    }
  }
}

/// Any object that Graph sends.
package struct GraphObject: DocumentView, Listed {
  package let document: JSON

  package init(document: JSON) { self.document = document }

  package var reference: String { document["id"]?.string ?? "" }
}
