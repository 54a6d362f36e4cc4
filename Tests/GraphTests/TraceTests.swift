import Documents
import Graph
import HTTPTypes
import Logging
import Synchronization
import TestSupport
import Testing

struct TraceTests {
  /// Keeps every line that is logged.
  private final class Lines: Sendable {
    let texts = Mutex<[String]>([])
  }

  private struct Recorder: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let facts = event.metadata ?? [:]
      let text = facts.keys.sorted().map { "\($0)=\(facts[$0] ?? "")" }.joined(separator: " ")
      lines.texts.withLock { $0.append("\(event.message) \(text)") }
    }
  }

  private func trace(_ level: Logger.Level) async throws -> [String] {
    let lines = Lines()
    let logger = Logger(label: "graph") { _ in Recorder(lines: lines, logLevel: level) }
    let transport = ScriptedTransport([
      .post("/v1.0/teams/secret-id/x", .status(429, fields: [.retryAfter: "2"])),
      .post("/v1.0/teams/secret-id/x", .json(#"{"answer":"private"}"#)),
    ])
    try await client(transport, logger: logger).send(
      GraphRequest<JSON>.post("/teams/\("secret-id")/x", ["question": "private"]))
    return lines.texts.withLock(\.self)
  }

  @Test func `each try leaves a line with its facts and its wait`() async throws {
    let lines = try await trace(.debug)
    #expect(lines.count == 2)
    #expect(lines.first?.contains("method=POST") == true)
    #expect(lines.first?.contains("path=/teams/{}/x") == true)
    #expect(lines.first?.contains("status=429") == true)
    #expect(lines.first?.contains("wait-ms=2000") == true)
    #expect(lines.last?.contains("try=2") == true)
  }

  @Test func `no token, value or body is told`() async throws {
    let text = try await trace(.trace).joined(separator: "\n")
    for secret in ["token", "secret", "private", "Bearer"] { #expect(!text.contains(secret)) }
  }

  @Test func `nothing is told unless asked for`() async throws {
    #expect(try await trace(.info).isEmpty)
  }
}
