import HTTPTypes
import Testing

@testable import Graph

struct HeaderTests {
  private static let answered = HTTPDate(secondsSinceEpoch: 784_111_777)

  @Test(arguments: [
    ("120", Duration.seconds(120)),
    ("0", .zero),
    (" 7 ", .seconds(7)),
    ("2.128", .milliseconds(2128)),
    ("0.0001", .milliseconds(1)),
    ("Sun, 06 Nov 1994 08:50:07 GMT", .seconds(30)),
    ("Sunday, 06-Nov-94 08:50:07 GMT", .seconds(30)),
    ("Sun Nov  6 08:50:07 1994", .seconds(30)),
    ("Sun, 06 Nov 1994 08:00:00 GMT", .zero),
    ("Tue, 29 Feb 2000 00:00:00 GMT", .seconds(951_782_400 - 784_111_777)),
  ])
  func `a wait may be seconds, decimals or a date`(text: String, wait: Duration) {
    #expect(RetryAfter.duration(text, from: Self.answered) == wait)
  }

  @Test(arguments: [
    "", "soon", "-1", "nan", "inf", "1e99", "0x10", "Sun, 99 Nov 1994 08:50:07 GMT",
    "Sun, 06 Foo 1994 08:50:07 GMT", "Sun, 06 Nov 1994 08:50", "Sun, 06 Nov 99999999999 08:50:07",
  ])
  func `a wait that makes no sense is none`(text: String) {
    #expect(RetryAfter.duration(text, from: Self.answered) == nil)
  }

  @Test func `a date counts from the answer's own clock`() {
    let headers: HTTPFields = [
      .retryAfter: "Sun, 06 Nov 1994 08:49:42 GMT", .date: "Sun, 06 Nov 1994 08:49:37 GMT",
    ]
    #expect(RetryAfter.duration(in: headers) == .seconds(5))
    #expect(RetryAfter.duration(in: [:]) == nil)
  }

  @Test func `the claims of a challenge are found among its parameters`() {
    let claims = #"{"access_token":{"nbf":{"essential":true, "value":"1702682181"}}}"#
    let encoded =
      "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTcwMjY4MjE4MSJ9fX0"
    let header = #"Bearer realm="", error="insufficient_claims", claims="\#(encoded)=", x="y""#
    #expect(ClaimsChallenge.claims(in: header) == claims)
    #expect(ClaimsChallenge.claims(in: #"Bearer claims="\#(encoded)""#) == claims)
  }

  @Test(arguments: [
    #"Bearer realm="", authorization_uri="https://login.example/authorize""#,
    #"Bearer myclaims="e30=""#, #"Bearer claims="***""#, "",
  ])
  func `a refusal without claims asks for none`(header: String) {
    #expect(ClaimsChallenge.claims(in: header) == nil)
  }

  @Test func `request ids are version 4 UUIDs and differ`() {
    let ids = (0..<200).map { _ in RequestID.random() }
    #expect(Set(ids).count == ids.count)
    let shape = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    #expect(ids.allSatisfy { $0.wholeMatch(of: shape) != nil })
  }
}
