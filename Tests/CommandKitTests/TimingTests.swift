import CommandKit
import Graph
import Output
import TestSupport
import Testing

/// How long a statement took, in words, and when it is told.
struct TimingTests {
  @Test(arguments: [
    (GraphMeter.Reading(), "0.412 s"),
    (
      GraphMeter.Reading(requests: 1, busy: .milliseconds(380)),
      "0.412 s (graph 0.380 s, 1 request)"
    ),
    (
      GraphMeter.Reading(
        requests: 3, busy: .milliseconds(380), waits: 1, waited: .milliseconds(200)),
      "0.412 s (graph 0.380 s, 3 requests, 1 throttled 0.200 s)"
    ),
  ])
  func `a time says what part of it was Graph's`(reading: GraphMeter.Reading, text: String) {
    #expect(TimingText.text(.milliseconds(412), reading) == text)
  }

  @Test func `with timing each statement tells its time, on standard error, failed ones too`()
    async throws
  {
    let session = try TestSession()
    await session.run("echo before; set timing on; echo a; for n in 1 2; echo $n; end; false")
    let times = session.errors.text.split(separator: "\n").filter { $0.hasSuffix(" s") }
    #expect(times.count == 3)
    #expect(session.output.text == "before\na\n1\n2\n")
    await session.run("set timing off; echo b")
    #expect(session.errors.text.split(separator: "\n").filter { $0.hasSuffix(" s") }.count == 4)
  }
}
