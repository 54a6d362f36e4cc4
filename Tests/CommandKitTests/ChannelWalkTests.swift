import Cache
import CommandKit
import Documents
import TestSupport
import Testing

struct ChannelWalkTests {
  private static func channels(_ number: Int, _ ids: String...) -> String {
    let channels = ids.map { #"{"id":"\#($0)","displayName":"Channel \#($0)"}"# }
    let value = channels.joined(separator: ",")
    return #"{"id":"\#(number)","status":200,"body":{"value":[\#(value)]}}"#
  }

  @Test func `the channels of every team are read twenty teams to a round trip`() async throws {
    let teams = (0..<22).map { #"{"id":"t\#($0)","displayName":"Team \#($0)"}"# }
    let first = (0..<20).map { number in
      number == 7
        ? #"{"id":"7","status":403,"body":{"error":{"code":"Forbidden","message":"no"}}}"#
        : Self.channels(number, "c\(number)")
    }
    let more = #"""
      {"id":"1","status":200,"body":{"value":[{"id":"d1","displayName":"D"}],
      "@odata.nextLink":"https://graph.example/v1.0/teams/t21/channels?$skiptoken=x"}}
      """#
    let transport = ScriptedTransport([
      .get("/v1.0/teams", .json(#"{"value":[\#(teams.joined(separator: ","))]}"#)),
      .post("/v1.0/$batch", .json(#"{"responses":[\#(first.joined(separator: ","))]}"#)),
      .post("/v1.0/$batch", .json(#"{"responses":[\#(more),\#(Self.channels(0, "c20"))]}"#)),
      .get("/v1.0/teams/t21/channels", .json(#"{"value":[{"id":"d2","displayName":"E"}]}"#)),
    ])
    let session = try TestSession(transport: transport)
    try session.signIn(TestToken.person(["Team.ReadBasic.All", "Channel.ReadBasic.All"]))
    #expect(try await session.result(of: "cache refresh channels").contains("Read 22 channels."))
    let cache = try #require(session.workspace.cache)
    #expect(try cache.entries(.channels, container: "t21", named: "E").map(\.id) == ["d2"])
    #expect(try cache.entries(.channels, container: "t3", named: "Channel c3").map(\.id) == ["c3"])
    #expect(try cache.age(.channels, container: "t7") == nil)
  }
}
