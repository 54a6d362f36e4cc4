import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// What clients of HTTP see of Graph below its routes: codings, other sites' pages, limits.
struct ProtocolTests {
  private static let packed: HTTPFields = [.acceptEncoding: "gzip, deflate, br"]

  private func unpacked(_ reply: Reply) throws -> Reply {
    Reply(
      status: reply.status, headers: reply.headers,
      bytes: try Gzip.unpacked(reply.bytes, upTo: 1 << 22))
  }

  @Test func `an answer is packed for who takes it, and is the same`() async throws {
    let test = try await Shared.tenant.value
    let plain = try await test.graph(.get, "/users?$select=id,displayName,mail")
    let packed = try await test.graph(
      .get, "/users?$select=id,displayName,mail", headers: Self.packed)
    #expect(plain.headers[.contentEncoding] == nil)
    #expect(packed.headers[.contentEncoding] == "gzip")
    #expect(packed.headers[.vary] == "Accept-Encoding")
    #expect(packed.bytes.count < plain.bytes.count)
    #expect(try unpacked(packed).bytes == plain.bytes)
  }

  @Test(arguments: ["identity", "br", "gzip;q=0", "deflate, gzip; q=0.0", "xgzip", ""])
  func `an answer stays plain for who does not take gzip`(_ accepted: String) async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.graph(.get, "/users", headers: [.acceptEncoding: accepted])
    #expect(reply.headers[.contentEncoding] == nil && !reply.values.isEmpty)
  }

  @Test(arguments: ["GZIP", "*", "br;q=1.0, gzip;q=0.8, *;q=0.1"])
  func `any way to accept gzip is understood`(_ accepted: String) async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.graph(.get, "/users", headers: [.acceptEncoding: accepted])
    #expect(reply.headers[.contentEncoding] == "gzip")
  }

  @Test func `short answers, pictures and sign-ins are not packed`() async throws {
    let test = try await Shared.tenant.value
    let short = try await test.graph(.get, "/me?$select=id", headers: Self.packed)
    #expect(short.headers[.contentEncoding] == nil && short.document["id"] != nil)
    let discovery = try await test.send(
      .get, "/common/v2.0/.well-known/openid-configuration", as: .nobody, headers: Self.packed)
    #expect(discovery.headers[.contentEncoding] == nil && discovery.bytes.count > 1024)
  }

  @Test func `a packed body is read, and one that is not what it says is refused`() async throws {
    let test = try await TestTenant(people: 8, teams: 1, messages: 0)
    func change(_ bytes: [UInt8], coding: String) async throws -> Reply {
      try await test.send(
        .patch, "/v1.0/users/adele@contoso.com",
        headers: [.contentType: "application/json", .contentEncoding: coding], raw: bytes)
    }
    let title = String(repeating: "Chief ", count: 300)
    let body: Document = ["jobTitle": .string(title)]
    let packed = try #require(Gzip.packed(body.bytes))
    #expect(try await change(packed, coding: "gzip").status == 204)
    let read = try await test.graph(.get, "/users/adele@contoso.com?$select=jobTitle")
    #expect(read.document["jobTitle"]?.string == title)
    #expect(try await change(body.bytes, coding: "gzip").status == 400)
    #expect(try await change(packed.dropLast(9), coding: "gzip").status == 400)
    #expect(try await change(packed + [1], coding: "gzip").status == 400)
    let unknown = try await change(packed, coding: "zstd")
    #expect(unknown.status == 415 && unknown.code == "UnsupportedMediaType")
  }

  @Test func `a small body that unpacks to a huge one is refused`() async throws {
    let test = try await Shared.tenant.value
    let bomb = try #require(Gzip.packed(Array(repeating: 0x20, count: 5 << 20)))
    let reply = try await test.send(
      .patch, "/v1.0/users/adele@contoso.com",
      headers: [.contentType: "application/json", .contentEncoding: "gzip"], raw: bomb)
    #expect(bomb.count < 100_000 && reply.status == 413)
  }

  @Test func `a page of another site may ask, and sees the headers that it needs`() async throws {
    let test = try await Shared.tenant.value
    let origin: HTTPFields = [.origin: "https://developer.microsoft.com"]
    var asking = origin
    asking[.accessControlRequestMethod] = "PATCH"
    asking[.accessControlRequestHeaders] = "authorization,content-type"
    let preflight = try await test.send(.options, "/v1.0/me", as: .nobody, headers: asking)
    #expect(preflight.status == 200 && preflight.bytes.isEmpty)
    #expect(preflight.headers[.accessControlAllowOrigin] == "*")
    #expect(preflight.headers[.accessControlAllowMethods] == "PATCH")
    #expect(preflight.headers[.accessControlAllowHeaders] == "authorization,content-type")
    for speaker in [TestTenant.Speaker.administrator, .nobody] {
      let reply = try await test.graph(.get, "/me", as: speaker, headers: origin)
      #expect(reply.headers[.accessControlAllowOrigin] == "*")
      #expect(reply.headers[.accessControlExposeHeaders]?.contains("Retry-After") == true)
    }
    let own = try await test.graph(.get, "/me")
    #expect(own.headers[.accessControlAllowOrigin] == nil)
  }

  @Test(arguments: [(16_384, 400), (16_385, 414)])
  func `an address has an end`(length: Int, status: Int) async throws {
    let test = try await Shared.tenant.value
    let start = "/v1.0/nosuch"
    let path = start + String(repeating: "x", count: length - start.utf8.count)
    let reply = try await test.send(.get, path)
    #expect(reply.status == status)
    #expect(reply.text.contains("URL is too long") == (status == 414))
  }

  @Test(arguments: [
    (HTTPRequest.Method.head, "/users", 405), (.options, "/users", 405), (.trace, "/me", 405),
    (.put, "/teams", 405), (.post, "/organization", 405),
  ])
  func `a method that Graph does not have there is refused`(
    _ method: HTTPRequest.Method, _ path: String, _ status: Int
  ) async throws {
    let test = try await Shared.tenant.value
    #expect(try await test.graph(method, path).status == status)
  }

  @Test(arguments: ["{", "", "[1]", "{\"body\": }", "\u{FEFF}x"])
  func `what is no JSON object is refused in words`(_ text: String) async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.send(
      .post, "/v1.0/chats", headers: [.contentType: "application/json; charset=utf-8"],
      raw: Array(text.utf8))
    #expect(reply.status == 400 && reply.code == "BadRequest")
    #expect(reply.message?.hasPrefix("Unable to read JSON request payload.") == true)
  }

  @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", nil])
  func `a body that is not said to be JSON is refused`(_ type: String?) async throws {
    let test = try await Shared.tenant.value
    var headers: HTTPFields = [:]
    headers[.contentType] = type
    let reply = try await test.send(
      .post, "/v1.0/chats", headers: headers, raw: Array("{}".utf8))
    #expect(reply.status == 415, "\(reply)")
  }
}
