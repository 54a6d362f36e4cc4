import Foundation
import HTTPTypes
import TestSupport
import Testing
import Transport

@testable import Graph

struct DownloadTests {
  private let path: GraphPath = "/shares/u!x/driveItem/content"
  private let redirect = ScriptedAnswer.status(
    302, fields: [.location: "https://storage.example/f?tempauth=1"])

  private func piece(
    _ text: String, _ range: String, tag: String = "1", status: Int = 206
  ) -> ScriptedAnswer {
    .bytes(
      Array(text.utf8), status: status, fields: [.contentRange: "bytes \(range)", .eTag: tag])
  }

  private func read(
    _ transport: ScriptedTransport, largest: Int = .max
  ) async throws -> (DownloadEnd, String) {
    var bytes: [UInt8] = []
    let end = try await client(transport).download(path, largest: largest) { bytes += $0 }
    return (end, String(decoding: bytes, as: UTF8.self))
  }

  @Test func `a picture that comes at once is taken at once`() async throws {
    let transport = ScriptedTransport([
      .get(
        "/v1.0/shares/u!x/driveItem/content", .bytes([1, 2], fields: [.contentType: "image/png"]))
    ])
    let (end, _) = try await read(transport)
    #expect(end == .complete(bytes: 2, contentType: "image/png"))
  }

  @Test func `an address elsewhere is read by ranges, and never gets the token`() async throws {
    let transport = ScriptedTransport([
      .get("/v1.0/shares/u!x/driveItem/content", redirect),
      .get("/f?tempauth=1", piece("abc", "0-2/5")),
      .get("/f?tempauth=1", piece("de", "3-4/5")),
    ])
    let (end, text) = try await read(transport)
    #expect(end == .complete(bytes: 5, contentType: nil) && text == "abcde")
    #expect(
      transport.sent.map { $0.head.headerFields[.authorization] != nil } == [true, false, false])
    #expect(
      transport.sent.map { $0.head.authority } == ["graph.example"]
        + Array(repeating: "storage.example", count: 2))
    #expect(transport.sent[2].head.headerFields[.range]?.hasPrefix("bytes=3-") == true)
  }

  @Test func `a piece that fails for a while is asked for again`() async throws {
    let transport = ScriptedTransport([
      .get("/v1.0/shares/u!x/driveItem/content", redirect),
      .get("/f?tempauth=1", .failure(.connectionLost, mayHaveArrived: true)),
      .get("/f?tempauth=1", .status(503)),
      .get("/f?tempauth=1", piece("abc", "0-2/3")),
    ])
    #expect(try await read(transport).1 == "abc")
  }

  private static let ends: [(String, [(Int, String, String, String)], Int, DownloadEnd)] = [
    ("another state", [(206, "abc", "0-2/6", "1"), (206, "def", "3-5/6", "2")], .max, .changed),
    ("gone meanwhile", [(206, "abc", "0-2/6", "1"), (404, "", "", "")], .max, .changed),
    ("shorter meanwhile", [(206, "abc", "0-2/6", "1"), (416, "", "*/2", "")], .max, .changed),
    ("no ranges", [(200, "abc", "", "")], .max, .complete(bytes: 3, contentType: nil)),
    ("empty", [(416, "", "*/0", "")], .max, .complete(bytes: 0, contentType: nil)),
    ("too large", [(206, "abc", "0-2/900", "1")], 899, .tooLarge(bytes: 900)),
    ("too large at once", [(200, "abc", "", "")], 2, .tooLarge(bytes: 3)),
  ]

  @Test(arguments: ends.indices)
  func `a download ends in words of its own`(_ index: Int) async throws {
    let (name, answers, largest, expected) = Self.ends[index]
    let script = answers.map { status, text, range, tag in
      ScriptedExchange.get("/f?tempauth=1", piece(text, range, tag: tag, status: status))
    }
    let transport = ScriptedTransport(
      [.get("/v1.0/shares/u!x/driveItem/content", redirect)] + script)
    #expect(try await read(transport, largest: largest).0 == expected, "\(name)")
  }

  @Test(arguments: [404, 403, 401])
  func `a refusal of the first piece is one of Graph's`(_ status: Int) async throws {
    let transport = ScriptedTransport([
      .get("/v1.0/shares/u!x/driveItem/content", redirect), .get("/f?tempauth=1", .status(status)),
    ])
    await #expect(throws: GraphError.self) { try await read(transport) }
  }

  @Test(arguments: ["", "bytes 0-2", "bytes 3-2/9", "bytes 0-9/9", "bytes */9", "bytes a-b/c"])
  func `a range that says nothing is none`(_ text: String) {
    #expect(ContentRange(text) == nil)
  }
}
