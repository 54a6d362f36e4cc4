import HTTPTypes
import Testing

@testable import Simulator

/// Input that no honest client sends: it is refused, and nothing falls over.
struct OddInputTests {
  /// A company of their own: some of what is odd is nevertheless carried out.
  private static let tenant = Task { try await TestTenant() }
  private static let places = Task { try await Places(tenant.value) }

  private static let pieces = [
    "", "/", "//", "..", ".", "%", "%zz", "%00", "%2e%2e", "%2F", "'", "('", "')", "('')", "(')",
    "users", "teams", "chats", "me", "$count", "$metadata", "channels", "messages", "members",
    "19:x@thread.tacv2", "48:notes", "?", "&", "=", "#", "*", "\u{1F600}", "a b", "+",
    "9223372036854775808", "-1", "microsoft.graph.delta()", String(repeating: "a", count: 3000),
    "users('a''b')", "teams(id='x')",
  ]

  private static let options = [
    "$top=", "$top=-1", "$top=99999999999999999999", "$top=0", "$top=1e3", "$select=", "$select=,",
    "$select=%00", "$filter=", "$filter='", "$filter=))((", "$filter=a/b/c eq d", "$orderby=",
    "$orderby=,", "$orderby=displayName sideways", "$orderby=id;DROP TABLE people", "$search=",
    "$search=\"", "$search=\"x\"", "$count=maybe", "$expand=", "$expand=x($expand=y)",
    "$skiptoken=", "$skiptoken=WzFd", "$skiptoken=W10", "$skiptoken=WyJ4Il0",
    "$skiptoken=W251bGxd", "$foo=bar", "=", "&&&", "%zz=%zz", "$filter=id eq %27%27%27",
  ]

  @Test(arguments: 1...60)
  func `no path and no query ends in a server error`(_ seed: Int) async throws {
    let test = try await Self.tenant.value
    var random = SeedRandom(seed: UInt64(seed))
    for _ in 0..<25 {
      let path = (0...random.below(6)).map { _ in random.pick(Self.pieces) }.joined(separator: "/")
      let query = (0..<random.below(3)).map { _ in random.pick(Self.options) }
        .joined(separator: "&")
      let method = random.pick([
        HTTPRequest.Method.get, .post, .patch, .delete, .put, .head, .options, .trace,
      ])
      let prefix = random.pick(["/v1.0/", "/v1.0", "/beta/", "/V1.0/", "/"])
      let address = prefix + path + (query.isEmpty ? "" : "?" + query)
      let reply = try await test.send(
        method, address, headers: [.consistencyLevel: "eventual"])
      #expect(reply.status < 500, "\(method) \(address): \(reply)")
    }
  }

  @Test(arguments: RouteCase.all)
  func `no body and no option ends in a server error`(_ route: RouteCase) async throws {
    let test = try await Self.tenant.value
    let places = try await Self.places.value
    let bodies = [
      "", "{", "null", "[]", "42", "{\"a\":", "{}", "{\"displayName\":null}",
      "{\"members\":[1,null,{}]}", "{\"body\":\"text\"}", "{\"body\":{\"content\":7}}",
      "{\"values\":[null]}", "{\"roles\":\"owner\"}", "{\"roles\":[7]}",
      "{\"user@odata.bind\":\"\u{0}\"}", "{\"user@odata.bind\":[]}",
      String(repeating: "[", count: 100_000),
    ]
    let address = places.path(route.template, "GET")
    guard route.method != .delete else { return }
    if route.method == .get {
      for option in Self.options {
        let reply = try await test.graph(.get, address + "?" + option, headers: route.headers)
        #expect(reply.status < 500, "\(option): \(reply)")
      }
    } else {
      for body in bodies where !route.template.hasSuffix("softDelete") {
        let reply = try await test.send(
          route.method, "/v1.0" + address, headers: [.contentType: "application/json"],
          raw: Array(body.utf8))
        #expect(reply.status < 500, "\(body.prefix(40)): \(reply)")
      }
      let plain = try await test.send(
        route.method, "/v1.0" + address, headers: [.contentType: "text/plain"], raw: [1, 2, 3])
      #expect(plain.status < 500)
    }
  }

  @Test(arguments: [
    "/contoso.com/oauth2/v2.0/token", "/contoso.com/oauth2/v2.0/devicecode", "/devicelogin",
  ])
  func `no form ends in a server error`(_ path: String) async throws {
    let test = try await Self.tenant.value
    for form in ["", "&", "=", "%zz=%", "grant_type=", "user_code=%00&account=%27", "a=b=c&a"] {
      let reply = try await test.send(.post, path, as: .nobody, form: form)
      #expect(reply.status == 400, "\(form): \(reply)")
    }
  }

  @Test func `a body beyond every limit is refused`() async throws {
    let test = try await Self.tenant.value
    let places = try await Self.places.value
    let path = "/v1.0/chats/\(places.chat)/messages"
    let text = String(repeating: "x", count: 100_001)
    let long: Document = ["body": ["content": .string(text)]]
    let message = try await test.send(.post, path, body: long)
    #expect(message.status == 413)
    let huge = try await test.send(
      .post, path, headers: [.contentType: "application/json"],
      raw: Array(repeating: 0x20, count: 5 * 1024 * 1024))
    #expect(huge.status == 413)
  }
}
