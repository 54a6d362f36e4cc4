import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// How apps come into the catalogue: packages, reviews, versions.
struct AppReviewTests {
  private let path = "/appCatalogs/teamsApps"
  private let zip: HTTPFields = [.contentType: "application/zip"]

  private func send(
    _ test: TestTenant, _ path: String, _ bytes: [UInt8], as speaker: TestTenant.Speaker
  ) async throws -> Reply {
    try await test.graph(.post, path, as: speaker, headers: zip, raw: bytes)
  }

  @Test func `who is no administrator submits, and the app comes after its review`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let author = TestTenant.Speaker.person(places.other, scopes: ["AppCatalog.Submit"])
    #expect(try await send(test, path, AppPackages.stored, as: author).status == 403)
    let sent = try await send(test, path + "?requiresReview=true", AppPackages.stored, as: author)
    #expect(sent.status == 201, "\(sent)")
    let id = try #require(sent.document["id"]?.string)
    #expect(sent.headers[.location]?.hasSuffix("\(path)/\(id)") == true)
    func seen(by person: String) async throws -> Bool {
      let speaker = TestTenant.Speaker.person(person, scopes: ["AppCatalog.Read.All"])
      return try await test.graph(.get, path, as: speaker).values
        .contains { $0["id"]?.string == id }
    }
    #expect(try await seen(by: places.other))
    #expect(try await !seen(by: places.insider))
    let apps = "/teams/\(places.team)/installedApps"
    let bind: Document = ["teamsApp@odata.bind": .string("\(path)/\(id)")]
    #expect(try await test.graph(.post, apps, body: bind).status == 404)
    let expanded = try await test.graph(
      .get, "\(path)?$filter=id%20eq%20'\(id)'&$expand=appDefinitions")
    let definition = try #require(expanded.values.first?["appDefinitions"]?.array?.first)
    #expect(definition["publishingState"] == "submitted")
    let review =
      "\(path)/\(id)/appDefinitions/"
      + (definition["id"]?.string?.percentEncoded ?? "")
    let publish: Document = ["publishingState": "published"]
    #expect(try await test.graph(.patch, review, body: publish).status == 412)
    let match: HTTPFields = [.ifMatch: definition["@odata.etag"]?.string ?? ""]
    let person = TestTenant.Speaker.person(places.other, scopes: TestTenant.allScopes)
    #expect(
      try await test.graph(.patch, review, as: person, body: publish, headers: match).status == 403)
    let done = try await test.graph(.patch, review, body: publish, headers: match)
    #expect(done.status == 200 && done.document["publishingState"] == "published", "\(done)")
    #expect(done.document["id"] != definition["id"])
    #expect(try await seen(by: places.insider))
    #expect(try await test.graph(.post, apps, body: bind).status == 201)
  }

  @Test func `a version comes once, of its own app, and upgrades what is installed`()
    async throws
  {
    let test = try await TestTenant()
    let places = try await Places(test)
    let definitions = "\(path)/\(Places.ownApp)/appDefinitions"
    let apps = "/teams/\(places.team)/installedApps"
    let bind: Document = ["teamsApp@odata.bind": .string("\(path)/\(Places.ownApp)")]
    let installed = try await test.graph(.post, apps, body: bind)
    let installation = try #require(installed.headers[.location])
    #expect(try await test.graph(.post, installation + "/upgrade").status == 400)
    let updated = try await send(test, definitions, AppPackages.deflated, as: .administrator)
    #expect(updated.status == 204, "\(updated)")
    #expect(
      try await send(test, definitions, AppPackages.deflated, as: .administrator).status == 409)
    #expect(try await send(test, definitions, AppPackages.stored, as: .administrator).status == 400)
    let again = try await send(test, path, AppPackages.deflated, as: .administrator)
    #expect(again.status == 409)
    #expect(try await test.graph(.post, installation + "/upgrade").status == 204)
    let shown = try await test.graph(
      .get, "\(path)?$expand=appDefinitions($expand=bot)&$filter=id%20eq%20'\(Places.ownApp)'")
    let latest = try #require(
      shown.values.first?["appDefinitions"]?.array?.first { $0["version"] == "2.2.0" })
    #expect(latest["azureADAppId"] == "a651cc7d-ec54-4fb2-9d0e-2c58dc830b0b")
    #expect(latest["bot"]?["id"] == "b1c5353a-7aca-41b3-830f-27d5218febbb")
    #expect(
      latest["requiredResourceSpecificApplicationPermissions"] == [
        "ChannelMessage.Read.Group", "Channel.Create.Group",
      ])
    let published = definitions + "/" + (latest["id"]?.string?.percentEncoded ?? "")
    #expect(try await test.graph(.delete, published).status == 400)
  }

  @Test func `what is no package is refused`() async throws {
    let test = try await Shared.tenant.value
    let cut = Array(AppPackages.deflated.dropLast(60))
    var damaged = AppPackages.deflated
    for index in 120..<180 { damaged[index] = 0xFF }
    for bytes in [[], Array("not a zip".utf8), cut, damaged] {
      let reply = try await send(test, path, bytes, as: .administrator)
      #expect(reply.status == 400, "\(reply)")
    }
    let text = try await test.graph(
      .post, path, headers: [.contentType: "application/json"], raw: AppPackages.stored)
    #expect(text.status == 415)
  }

  @Test func `DEFLATE is unpacked up to a limit`() throws {
    let archive = try #require(ZipArchive(AppPackages.deflated))
    let manifest = try #require(archive.file("manifest.json", limit: 1 << 20))
    #expect(try DocumentParser.parse(manifest)["version"] == "2.2.0")
    #expect(archive.file("manifest.json", limit: manifest.count - 1) == nil)
    #expect(archive.file("manifest", limit: 1 << 20) == nil)
  }
}
