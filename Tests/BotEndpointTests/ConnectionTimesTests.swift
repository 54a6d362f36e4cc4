import NIOCore
import Testing

@testable import BotEndpoint

struct ConnectionTimesTests {
  private let limits = EndpointLimits()

  @Test func `a connection may rest after an answer, and has less time before the first request`() {
    var times = ConnectionTimes(limits: limits)
    #expect(times.headLimit == limits.head)
    #expect(times.readHead() == .set(limits.body))
    #expect(times.readEnd() == .clear)
    #expect(times.writeHead() == false)
    #expect(times.writeEnd() == .set(limits.rest))
    #expect(times.readHead() == .set(limits.body))
  }

  @Test func `who is answered early is told that it ends, and is not listened to any more`() {
    var times = ConnectionTimes(limits: limits)
    _ = times.readHead()
    #expect(times.writeHead() == true)
    #expect(times.writeEnd() == .set(limits.leaving))
    #expect(times.isDeaf)
    #expect(times.readHead() == .keep)
    #expect(times.readEnd() == .keep)
    #expect(times.runOut() == false)
  }

  @Test func `who takes too long is told so in a body, and not before a head`() {
    var times = ConnectionTimes(limits: limits)
    #expect(times.runOut() == false)
    times = ConnectionTimes(limits: limits)
    _ = times.readHead()
    #expect(times.runOut() == true)
    #expect(times.isDeaf)
  }
}
