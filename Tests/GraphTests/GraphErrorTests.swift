import Documents
import Foundation
import HTTPTypes
import Testing
import Transport

@testable import Graph

struct GraphErrorTests {
  private func error(
    _ status: Int, _ body: String, headers: HTTPFields = [:], method: HTTPRequest.Method = .get
  ) -> GraphError {
    let head = HTTPResponse(status: .init(code: status), headerFields: headers)
    return GraphError(
      answer: TransportResponse(head: head, body: Array(body.utf8)), method: method,
      template: "/teams/{}")
  }

  @Test func `a refusal tells its code, words and request`() {
    let refusal = error(
      403,
      """
      {"error":{"code":"Forbidden","message":"Missing scope permissions on the request. API \
      requires one of 'Team.ReadBasic.All, TeamSettings.Read.All'. Scopes on the request \
      'openid, profile'","innerError":{"date":"2024-03-03T15:12:36","request-id":"r1",\
      "client-request-id":"c1"}}}
      """)
    #expect(refusal.code == .forbidden)
    #expect(refusal.graphCode == "Forbidden")
    #expect(refusal.requestID == "r1")
    #expect(refusal.missingPermissions == ["Team.ReadBasic.All", "TeamSettings.Read.All"])
    #expect(refusal.template == "/teams/{}")
  }

  @Test func `the other spelling of the inner error is read too`() {
    let refusal = error(
      404, #"{"error":{"code":"","innererror":{"code":"ItemNotFound","request-id":"r2"}}}"#)
    #expect(refusal.code == .notFound)
    #expect(refusal.graphCode == "ItemNotFound")
    #expect(refusal.requestID == "r2")
  }

  @Test func `an error that is a word is read too`() {
    let refusal = error(400, #"{"error":"invalid_request","error_description":"No such thing"}"#)
    #expect(refusal.code == .badRequest)
    #expect(refusal.graphCode == "invalid_request")
    #expect(refusal.message == "No such thing")
  }

  @Test(arguments: [
    "", "<html><body>Bad gateway</body></html>", #"{"error":{"code":"BadGateway","mess"#, "null",
    "[]", #"{"error":null}"#, #"{"error":[1]}"#, #"{"error":{"code":5,"innerError":"x"}}"#,
    "\u{FFFD}\u{0}",
  ])
  func `a body that cannot be read leaves the status`(body: String) {
    let refusal = error(502, body, headers: [.requestID: "r3", .retryAfter: "4"])
    #expect(refusal.code == .badGateway)
    #expect(refusal.status == 502)
    #expect(refusal.requestID == "r3")
    #expect(refusal.retryAfter == .seconds(4))
    #expect(refusal.missingPermissions.isEmpty)
  }

  @Test(arguments: [
    (403, "Authorization_RequestDenied", GraphError.Code.forbidden),
    (403, "authorization_requestdenied", .forbidden),
    (404, "Request_ResourceNotFound", .notFound),
    (400, "Request_UnsupportedQuery", .unsupportedQuery),
    (400, "NameAlreadyExists", .conflict),
    (429, "TooManyRequests", .throttled),
    (400, "Directory_ExpiredPageToken", .gone),
    (403, "Directory_QuotaExceeded", .quotaExceeded),
    (418, "Teapot", .unexpectedStatus),
    (302, "", .unexpectedStatus),
    (401, "InvalidAuthenticationToken", .unauthorized),
    (404, "UnknownError", .notFound),
  ])
  func `Graph's code refines the status in any casing`(
    status: Int, word: String, code: GraphError.Code
  ) {
    #expect(error(status, #"{"error":{"code":"\#(word)","message":"m"}}"#).code == code)
  }

  @Test(arguments: [
    (HTTPRequest.Method.post, 504, true), (.patch, 500, true), (.post, 400, false),
    (.get, 504, false), (.post, 429, false), (.delete, 502, true),
  ])
  func `a failure of the server leaves a write in doubt`(
    method: HTTPRequest.Method, status: Int, doubt: Bool
  ) {
    #expect(error(status, "", method: method).mayHaveHappened == doubt)
  }

  private static let reference = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/reference/graph-errors.json")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: reference.path)))
  func `every refusal on record has a code`() throws {
    let record = try JSON(parsing: [UInt8](Data(contentsOf: Self.reference)))
    let refusals = try #require(record["errors"]?.array)
    #expect(!refusals.isEmpty)
    for refusal in refusals {
      guard let status = refusal["status"]?.int, status >= 400 else { continue }
      let body: JSON = [
        "error": ["code": refusal["code"] ?? "", "message": refusal["message"] ?? ""]
      ]
      #expect(error(status, body.text()).code != .unexpectedStatus, "\(refusal.text())")
    }
  }
}
