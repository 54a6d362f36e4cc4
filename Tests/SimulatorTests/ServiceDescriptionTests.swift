import Foundation
import FoundationXML
import HTTPTypes
import Testing

@testable import Simulator

/// The service document and the model behind Graph.
struct ServiceDescriptionTests {
  @Test(arguments: ["/v1.0", "/v1.0/"])
  func `everybody may see what there is at the root, and it is all that there is`(
    _ path: String
  ) async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.send(.get, path, as: .nobody)
    #expect(reply.document["@odata.context"]?.string?.hasSuffix("/v1.0/$metadata") == true)
    let names = Set(reply.values.compactMap { $0["url"]?.string?.lowercased() })
    let routes = Set(
      GraphRoutes.all.compactMap { $0.template.split(separator: "/").first?.lowercased() })
    #expect(routes.subtracting(names) == ["$batch"])
    #expect(names.subtracting(routes) == [])
  }

  @Test func `the model is well-formed, and whatever it names it has`() async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.send(.get, "/v1.0/$metadata", as: .nobody)
    #expect(reply.status == 200 && reply.headers[.contentType] == "application/xml")
    let reader = ModelReader()
    let parser = XMLParser(data: Data(reply.bytes))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.types.isSuperset(of: ["user", "team", "channel", "chat", "chatMessage"]))
    #expect(reader.wanted.subtracting(reader.types) == [])
  }

  @Test func `writing to the description is not possible, and beta has none`() async throws {
    let test = try await Shared.tenant.value
    #expect(try await test.send(.get, "/beta/$metadata").status == 400)
    #expect(try await test.send(.post, "/v1.0/$metadata").status >= 400)
  }
}

/// Collects the types that a model defines, and those that it names.
private final class ModelReader: NSObject, XMLParserDelegate {
  var types: Set<String> = []
  var wanted: Set<String> = []

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if element == "EntityType" { types.insert(attributes["Name"] ?? "") }
    for name in ["Type", "EntityType", "BaseType"] {
      let type = (attributes[name] ?? "").replacing("Collection(", with: "").replacing(
        ")", with: "")
      if type.hasPrefix("graph.") { wanted.insert(String(type.dropFirst(6))) }
    }
  }
}
