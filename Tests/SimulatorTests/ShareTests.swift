import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// Files that are shared by name, and how those who may read them find them.
struct ShareTests {
  private func share(_ address: String) -> String {
    "u!" + Data(address.utf8).base64URLText
  }

  private func write(_ test: TestTenant, _ path: String) async throws -> Document {
    try await test.send(
      .put, "/v1.0/me/drive/root:/\(path):/content", raw: Array("content".utf8)
    ).document
  }

  private func invite(_ test: TestTenant, _ person: String, to item: Document) async throws {
    let id = try #require(item["id"]?.string)
    let reply = try await test.graph(
      .post, "/me/drive/items/\(id)/invite",
      body: [
        "recipients": [["objectId": .string(person)]], "roles": ["read"], "requireSignIn": true,
        "sendInvitation": false,
      ])
    #expect(reply.status == 200, "\(reply)")
  }

  @Test func `a file is found by its address by whom it was shared with, and by nobody else`()
    async throws
  {
    let test = try await TestTenant()
    let places = try await Places(test)
    let file = try await write(test, "Shared/Plan%20%C3%A4.txt")
    let address = try #require(file["webUrl"]?.string)
    let path = "/shares/\(share(address))/driveItem"
    func status(_ path: String, of person: String) async throws -> Int {
      try await test.graph(
        .get, path, as: .person(person, scopes: ["Files.ReadWrite"])
      ).status
    }
    #expect(try await status(path, of: places.other) == 403)
    try await invite(test, places.other, to: file)
    #expect(try await status(path, of: places.other) == 200)
    #expect(try await status(path + "/content", of: places.other) == 302)
    #expect(try await status(path, of: places.stranger) == 403)
    #expect(try await status(path, of: places.me) == 200)
    let missing = "/shares/\(share(address + "x"))/driveItem"
    #expect(try await status(missing, of: places.other) == 403)
    #expect(try await status(missing, of: places.me) == 404)
  }

  @Test func `a folder is shared with all that is in it, until it goes`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let file = try await write(test, "Shared/Inner/Plan.txt")
    let outside = try await write(test, "Other.txt")
    let folder = try await test.graph(.get, "/me/drive/root:/Shared").document
    try await invite(test, places.other, to: folder)
    let reader = TestTenant.Speaker.person(places.other, scopes: ["Files.ReadWrite"])
    func status(_ item: Document) async throws -> Int {
      let path = "/shares/\(share(item["webUrl"]?.string ?? ""))/driveItem"
      return try await test.graph(.get, path, as: reader).status
    }
    #expect(try await status(file) == 200)
    #expect(try await status(folder) == 200)
    #expect(try await status(outside) == 403)
    let items = "/drives/\(places.myDrive)/items"
    let listed = try await test.graph(
      .get, "\(items)/\(folder["id"]?.string ?? "")/children", as: reader)
    #expect(listed.values.map { $0["name"] } == ["Inner"], "\(listed)")
    let inner = try await test.graph(
      .get, "\(items)/\(file["id"]?.string ?? "")/content", as: reader)
    #expect(inner.status == 302)
    #expect(try await test.graph(.delete, "/me/drive/root:/Shared").status == 204)
    #expect(try await write(test, "Shared/Inner/Plan.txt")["id"] != file["id"])
    #expect(try await status(file) == 403)
  }
}
