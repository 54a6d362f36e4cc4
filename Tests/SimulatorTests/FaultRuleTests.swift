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
    ("[", "byte 1: this is not JSON"), ("{}", "there is no array called 'rules'"),
    (#"{"rules":[{}]}"#, "rule 1: there is no 'fault'"),
    (#"{"rules":[{"fault":"revoke"},{"fault":"rset"}]}"#, "rule 2: 'fault' is one of reset-unread"),
    (#"{"rules":[{"fault":"revoke","nth":0}]}"#, "rule 1: 'nth' is a whole number from 1"),
    (#"{"rules":[{"fault":"revoke","nth":1,"every":2}]}"#, "rule 1: only one of"),
    (#"{"rules":[{"fault":"revoke","status":500}]}"#, "rule 1: 'status' has no meaning here"),
    (#"{"rules":[{"fault":"status"}]}"#, "rule 1: 'status' is a number"),
    (#"{"rules":[{"fault":"revoke","path":"/a/**/b"}]}"#, "rule 1: 'path' begins with"),
    (#"{"rules":[{"fault":"revoke","method":"post"}]}"#, "rule 1: 'method' is a method"),
    (#"{"rules":[{"fault":"clock"}]}"#, "rule 1: 'seconds' is a whole number"),
    (#"{"rules":[],"sed":1}"#, "'sed' has no meaning here"),
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
    #expect(error.description.hasPrefix("\(path): \(reason)"))
  }

  @Test func `a file that is not there is refused`() {
    #expect(throws: FaultFileError.self) {
      try FaultDesk(path: "/nonexistent/faults.json", clock: ClockShift())
    }
  }
}
