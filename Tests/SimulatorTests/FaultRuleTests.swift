import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// The rules of a fault file: how they are read, and which requests they strike.
struct FaultRuleTests {
  private func struck(
    _ rules: String, _ requests: [(HTTPRequest.Method, String)], seed: Int = 1
  ) throws -> [String?] {
    var plan = try FaultPlan(Array(#"{"seed":\#(seed),"rules":[\#(rules)]}"#.utf8))
    return requests.map { plan.next($0, RequestPath($1[...]), of: .graph)?.name }
  }

  @Test(arguments: [
    (#""nth":2"#, [2]), (#""nth":[1,3]"#, [1, 3]), (#""from":4"#, [4, 5, 6]),
    (#""every":3"#, [3, 6]), (#""probability":1"#, [1, 2, 3, 4, 5, 6]),
    (#""probability":0"#, []), (#""path":"/**""#, [1, 2, 3, 4, 5, 6]),
  ])
  func `a rule strikes the requests that it chooses`(choice: String, numbers: [Int]) throws {
    let requests = Array(repeating: (HTTPRequest.Method.get, "/me"), count: 6)
    let found = try struck(#"{"fault":"revoke",\#(choice)}"#, requests)
    #expect(found.indices.filter { found[$0] != nil }.map { $0 + 1 } == numbers)
  }

  @Test func `a seeded probability strikes the same requests each time`() throws {
    let requests = Array(repeating: (HTTPRequest.Method.get, "/me"), count: 200)
    let rule = #"{"fault":"revoke","probability":0.3}"#
    let first = try struck(rule, requests)
    #expect(try struck(rule, requests) == first)
    #expect(try struck(rule, requests, seed: 2) != first)
    #expect((20...100).contains(first.count { $0 != nil }))
  }

  @Test(arguments: [
    ("/teams/{}/channels", "/teams('a')/Channels", true), ("/teams/{}", "/teams", false),
    ("/teams/{id}/channels", "/teams/a/channels/b", false), ("/teams/**", "/teams", true),
    ("/teams/**", "/teams/a/b/c", true), ("/teams/**", "/chats/a", false),
    ("/{}/oauth2/v2.0/token", "/common/oauth2/v2.0/token", true),
  ])
  func `a template matches whole paths`(template: String, path: String, matches: Bool) throws {
    let template = try #require(PathTemplate(template))
    #expect(template.matches(RequestPath(path[...])) == matches)
  }

  @Test func `methods are told apart, the first rule wins and the second counts on`() throws {
    let rules = """
      {"method":"POST","path":"/chats","nth":1,"fault":"revoke"},
      {"path":"/chats","nth":3,"fault":"reset-acted"}
      """
    let found = try struck(
      rules, [(.get, "/chats"), (.post, "/chats"), (.post, "/chats"), (.post, "/chats")])
    #expect(found == [nil, "revoke", "reset-acted", nil])
  }

  @Test(arguments: [
    ("[", "1:2: this is not JSON"), ("{}", "1:1: there is no array called 'rules'"),
    ("{\n  \"rules\": [\n    {\"ü\": x}]}", "3:11: this is not JSON"),
    (#"{"rules":[{}]}"#, "1:11: there is no 'fault'"),
    (
      "{\"rules\":[\n {\"fault\":\"revoke\"},\n {\"fault\":\"rset\"}]}",
      "3:3: 'fault' is one of reset-unread"
    ),
    (#"{"rules":[{"fault":"revoke","nth":0}]}"#, "1:29: 'nth' is a whole number from 1"),
    (#"{"rules":[{"fault":"revoke","nth":1,"every":2}]}"#, "1:11: only one of"),
    (#"{"rules":[{"fault":"revoke","status":500}]}"#, "1:29: 'status' has no meaning here"),
    (#"{"rules":[{"fault":"status"}]}"#, "1:11: 'status' is a number"),
    (
      #"{"rules":[{"fault":"status","status":500,"headers":{"A":"b","C":1}}]}"#,
      "1:61: 'headers' is an object of strings; 'C'"
    ),
    (#"{"rules":[{"fault":"revoke","path":"/a/**/b"}]}"#, "1:29: 'path' begins with"),
    (#"{"rules":[{"fault":"revoke","method":"post"}]}"#, "1:29: 'method' is a method"),
    (#"{"rules":[{"fault":"clock"}]}"#, "1:11: 'seconds' is a whole number"),
    (#"{"rules":[],"sed":1}"#, "1:13: 'sed' has no meaning here"),
  ])
  func `a file that is not right is refused with its place`(
    text: String, reason: String
  ) throws {
    let path = TestTenant.temporaryPath()
    defer { TestTenant.removeFiles(at: path) }
    try Data(text.utf8).write(to: URL(filePath: path))
    let error = try #require(throws: FaultFileError.self) {
      try FaultDesk(path: path, clock: ClockShift())
    }
    #expect(error.description.hasPrefix("\(path):\(reason)"), "\(error)")
  }

  @Test func `a file that is not there is refused before the company is made`() async throws {
    let data = TestTenant.temporaryPath()
    defer { TestTenant.removeFiles(at: data) }
    await #expect(throws: FaultFileError.self) {
      try await TenantServer(
        TenantConfiguration(dataFile: data, faultFile: "/nonexistent/faults.json"))
    }
    #expect(!FileManager.default.fileExists(atPath: data))
  }
}
