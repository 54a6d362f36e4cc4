import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// Files beside being written and read back: names, conflicts, uploads and downloads.
struct DriveTests {
  private func company() async throws -> (TestTenant, Places) {
    let test = try await TestTenant()
    return (test, try await Places(test))
  }

  private func put(
    _ test: TestTenant, _ path: String, _ text: String, headers: HTTPFields = [:]
  ) async throws -> Reply {
    try await test.send(.put, "/v1.0" + path, headers: headers, raw: Array(text.utf8))
  }

  @Test func `a file is written along names, and read from an address without a token`()
    async throws
  {
    let (test, _) = try await company()
    let path = "/me/drive/root:/A%20b/C%23/Report%20('1').txt:"
    let made = try await put(test, path + "/content", "hello world")
    #expect(made.status == 201, "\(made)")
    #expect(made.document["name"] == "Report ('1').txt" && made.document["size"] == 11)
    #expect(
      made.document["parentReference"]?["path"]?.string?.hasSuffix("/root:/A%20b/C%23") == true)
    let again = try await put(test, path + "/content", "hello")
    #expect(again.status == 200 && again.document["id"] == made.document["id"])
    #expect(again.document["eTag"] != made.document["eTag"])
    let address = try #require(again.document["@microsoft.graph.downloadUrl"]?.string)
    let bytes = try await test.send(.get, address, as: .nobody)
    #expect(bytes.text == "hello" && bytes.headers[.contentType] == "text/plain")
    let part = try await test.send(.get, address, as: .nobody, headers: [.range: "bytes=1-2"])
    #expect(part.status == 206 && part.text == "el")
    #expect(part.headers[.contentRange] == "bytes 1-2/5")
    let beyond = try await test.send(.get, address, as: .nobody, headers: [.range: "bytes=9-"])
    #expect(beyond.status == 416 && beyond.headers[.contentRange] == "bytes */5")
    let forged = try await test.send(.get, address + "x", as: .nobody)
    #expect(forged.status == 401)
    let gone = try #require(made.document["@microsoft.graph.downloadUrl"]?.string)
    #expect(try await test.send(.get, gone, as: .nobody).status == 404)
  }

  @Test(arguments: [
    ("fail", 409, "Plan.txt"), ("replace", 200, "Plan.txt"), ("rename", 201, "Plan 1.txt"),
  ])
  func `a taken name is kept, replaced or varied`(
    _ behavior: String, _ status: Int, _ name: String
  ) async throws {
    let (test, _) = try await company()
    let reply = try await put(
      test,
      "/me/drive/root:/Papers/PLAN.txt:/content?@microsoft.graph.conflictBehavior=\(behavior)",
      "new")
    #expect(reply.status == status)
    if status < 400 {
      #expect(reply.document["name"]?.string?.lowercased() == name.lowercased())
    } else {
      #expect(reply.code == "nameAlreadyExists")
    }
  }

  @Test func `a large file comes in ranges, in order, and each range once`() async throws {
    let (test, places) = try await company()
    let path = "/drives/\(places.drive)/items/\(places.folder):/big.bin:/createUploadSession"
    let session = try await test.graph(.post, path, body: ["item": ["name": "big.bin"]])
    let address = try #require(session.document["uploadUrl"]?.string, "\(session)")
    let unit = Upload.unit
    func send(_ range: Range<Int>, of total: Int, bytes: Int? = nil) async throws -> Reply {
      try await test.send(
        .put, address, as: .nobody,
        headers: [
          .contentRange: "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(total)"
        ],
        raw: Array(repeating: 7, count: bytes ?? range.count))
    }
    let total = 2 * unit + 5
    let rest: Document = [.string("\(unit)-\(total - 1)")]
    let first = try await send(0..<unit, of: total)
    #expect(first.status == 202 && first.document["nextExpectedRanges"] == rest)
    #expect(try await send(0..<unit, of: total).status == 416)
    #expect(try await send(2 * unit..<total, of: total).status == 416)
    #expect(try await send(unit..<unit + 9, of: total).status == 400)
    #expect(try await send(unit..<2 * unit, of: total, bytes: 3).status == 400)
    #expect(try await send(unit..<2 * unit, of: total + 1).status == 400)
    let state = try await test.send(.get, address, as: .nobody)
    #expect(state.document["nextExpectedRanges"] == rest)
    #expect(try await send(unit..<2 * unit, of: total).status == 202)
    let last = try await send(2 * unit..<total, of: total)
    #expect(last.status == 201 && last.document["size"]?.integer == total, "\(last)")
    #expect(try await test.send(.get, address, as: .nobody).status == 404)
    let file = try #require(last.document["@microsoft.graph.downloadUrl"]?.string)
    #expect(try await test.send(.get, file, as: .nobody).bytes == Array(repeating: 7, count: total))
  }

  @Test func `an upload can wait to be completed, and be cancelled`() async throws {
    let (test, _) = try await company()
    let path = "/me/drive/root:/new.txt:/createUploadSession"
    func begin() async throws -> String {
      let reply = try await test.graph(.post, path, body: ["deferCommit": true])
      return try #require(reply.document["uploadUrl"]?.string)
    }
    let kept = try await begin()
    let range: HTTPFields = [.contentRange: "bytes 0-2/3"]
    let sent = try await test.send(.put, kept, as: .nobody, headers: range, raw: [65, 66, 67])
    #expect(sent.status == 202)
    #expect(try await test.graph(.get, "/me/drive/root:/new.txt").status == 404)
    #expect(try await test.send(.post, kept, as: .nobody).status == 201)
    #expect(try await test.graph(.get, "/me/drive/root:/new.txt").document["size"] == 3)
    #expect(try await test.graph(.post, path, body: [:]).code == "nameAlreadyExists")
    let other = "/me/drive/root:/other.txt:/createUploadSession"
    let reply = try await test.graph(.post, other, body: [:])
    let address = try #require(reply.document["uploadUrl"]?.string)
    #expect(try await test.send(.post, address, as: .nobody).status == 416)
    #expect(try await test.send(.delete, address, as: .nobody).status == 204)
    #expect(
      try await test.send(.put, address, as: .nobody, headers: range, raw: [65, 66, 67]).status
        == 404)
  }

  @Test func `an upload and a download address end`() async throws {
    let clock = HandClock()
    let test = try await TestTenant(now: { clock.now() })
    let made = try await put(test, "/me/drive/root:/a.txt:/content", "a")
    let file = try #require(made.document["@microsoft.graph.downloadUrl"]?.string)
    let session = try await test.graph(
      .post, "/me/drive/root:/b.txt:/createUploadSession", body: [:])
    let upload = try #require(session.document["uploadUrl"]?.string)
    #expect(try await test.send(.get, file, as: .nobody).status == 200)
    #expect(try await test.send(.get, upload, as: .nobody).status == 200)
    clock.advance(3601)
    #expect(try await test.send(.get, file, as: .nobody).status == 401)
    #expect(try await test.send(.get, upload, as: .nobody).status == 404)
  }

  @Test func `people reach their own files and those of their teams`() async throws {
    let (test, places) = try await company()
    func status(_ path: String, as person: String) async throws -> Int {
      try await test.graph(
        .get, path, as: .person(person, scopes: ["Files.Read.All"])
      ).status
    }
    #expect(try await status("/drives/\(places.drive)/root/children", as: places.other) == 200)
    #expect(try await status("/drives/\(places.drive)/root", as: places.stranger) == 403)
    #expect(try await status("/groups/\(places.team)/drive", as: places.stranger) == 403)
    #expect(try await status("/users/\(places.me)/drive", as: places.other) == 403)
    #expect(try await status("/drives/\(places.myDrive)/root", as: places.other) == 403)
    let folder = "/teams/\(places.team)/channels/\(places.privateChannel)/filesFolder"
    let own = try await test.graph(.get, folder)
    let drive = try #require(own.document["parentReference"]?["driveId"]?.string, "\(own)")
    #expect(drive != places.drive)
    #expect(try await status("/drives/\(drive)/root/children", as: places.other) == 200)
    #expect(try await status("/drives/\(drive)/root/children", as: places.insider) == 403)
    let app = TestTenant.Speaker.app(roles: ["Files.Read.All"])
    #expect(try await test.graph(.get, "/drives/\(drive)/root", as: app).status == 200)
    let write = try await test.send(
      .put, "/v1.0/drives/\(drive)/root:/a.txt:/content", as: app, raw: [1])
    #expect(write.status == 403 && write.code == "accessDenied")
  }

  @Test func `items are moved, and never below themselves or over others`() async throws {
    let (test, _) = try await company()
    let papers = try #require(
      try await test.graph(.get, "/me/drive/root:/Papers").document["id"])
    let inner = try await test.graph(
      .post, "/me/drive/root:/Papers:/children", body: ["name": "Inner", "folder": [:]])
    #expect(inner.status == 201)
    func move(_ path: String, _ parent: Document, name: Document? = nil) async throws -> Int {
      var body: Document.Fields = ["parentReference": ["id": parent]]
      body["name"] = name
      return try await test.graph(.patch, path, body: .object(body)).status
    }
    let id = try #require(inner.document["id"])
    #expect(try await move("/me/drive/root:/Papers", id) == 400)
    #expect(try await move("/me/drive/root:/Papers/Plan.txt", id) == 200)
    #expect(try await test.graph(.get, "/me/drive/root:/Papers/Inner/Plan.txt").status == 200)
    #expect(
      try await move("/me/drive/root:/Papers/Inner/Plan.txt", papers, name: "zeal.TXT") == 409)
    let stale = try await test.graph(
      .delete, "/me/drive/root:/Papers", headers: [.ifMatch: "\"{x},1\""])
    #expect(stale.status == 412 && stale.code == "resourceModified")
    #expect(try await test.graph(.delete, "/me/drive/root:/Papers").status == 204)
    #expect(try await test.graph(.get, "/me/drive/root:/Papers/Inner/Plan.txt").status == 404)
    #expect(try await test.graph(.delete, "/me/drive/root").status == 400)
  }

  @Test(arguments: ["a:b.txt", "..", "a%3Fb", "%01", "a%7Cb", "end."])
  func `a name that no file can have is refused`(_ name: String) async throws {
    let test = try await Shared.tenant.value
    let reply = try await put(test, "/me/drive/root:/\(name):/content", "x")
    #expect(reply.status == 400 && reply.code == "invalidRequest", "\(reply)")
  }

  @Test(arguments: [
    ("", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="), ("Sg==", "SgAAAAAAAAAAAAAAAQAAAAAAAAA="),
    ("tbQ=", "taAFAAAAAAAAAAAAAgAAAAAAAAA="),
  ])
  func `the checksum is SharePoint's`(_ content: String, _ text: String) throws {
    var hash = QuickXorHash()
    hash.update(try #require(Data(base64Encoded: content)))
    #expect(hash.text == text)
  }

  @Test func `an item's address is one part of a path, however it is written`() {
    for path in [
      "/drives/d/root:/a b/c:/content", "/drives/d/items/root%3A%2Fa%20b%2Fc%3A/content",
      "/drives('d')/root:/a%20b/c:/content",
    ] {
      let segments = RequestPath(path[...]).segments.map(\.text)
      #expect(segments.count == 5 && segments.last == "content", "\(segments)")
      #expect(segments[3].hasPrefix("root:/a b/c"))
    }
    #expect(RequestPath("/me/drive/root/children").segments.map(\.text).count == 5)
  }
}
