import Documents
import Foundation
import Records
import TestSupport
import Testing

@testable import BotEndpoint

/// The built program, from its start to its end.
struct EndpointProcessTests {
  /// Sends a message; `nil` for no answer.
  private static func post(_ id: String, to port: Int) async -> Int? {
    guard let bearer = try? LiveEndpoint.bearer() else { return nil }
    let text = JSON.message(id).text()
    let request =
      "POST /api/messages HTTP/1.1\r\nHost: a\r\nAuthorization: \(bearer)\r\n"
      + "Connection: close\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)"
    return try? await RawConnection.exchange(port: port, request).status
  }

  @Test func `it says where it listens, takes activities, and ends with status 0 when told to`()
    async throws
  {
    try await KeySite.serve { (metadata) async throws in
      let home = try TemporaryHome()
      let process = try EndpointProcess(home, metadata: metadata)
      #expect(process.firstLine["pid"]?.int == Int(process.child.process))
      #expect(process.firstLine["url"]?.string == "http://127.0.0.1:\(process.port)")
      #expect(await Self.post("1", to: process.port) == 200)
      kill(process.child.process, SIGTERM)
      #expect(try process.child.waitForExit() == 0)
      let inbox = try Inbox.open(at: home.file("inbox.sqlite")).inbox
      #expect(try inbox.counts().all == 1)
      #expect(try inbox.endpointStatus()?.endedAt != nil)
    }
  }

  @Test func `what was acknowledged is there after kill -9, and a redelivery is known`()
    async throws
  {
    try await KeySite.serve { (metadata) async throws in
      let home = try TemporaryHome()
      var acknowledged: [String] = []
      for round in 1...5 {
        let process = try EndpointProcess(home, metadata: metadata)
        let port = process.port
        for number in 1...20 where await Self.post("\(round)-\(number)", to: port) == 200 {
          acknowledged.append("\(round)-\(number)")
        }
        // The connector cannot know whether the last ones arrived, and sends them again.
        async let last = Self.post("\(round)-last", to: port)
        kill(process.child.process, SIGKILL)
        #expect(try process.child.waitForExit() == 128 + SIGKILL)
        if await last == 200 { acknowledged.append("\(round)-last") }
        #expect(!EndpointLock.isTaken(in: home.path))
      }
      let process = try EndpointProcess(home, metadata: metadata)
      for id in acknowledged { #expect(await Self.post(id, to: process.port) == 200) }
      let stored = try Inbox.open(at: home.file("inbox.sqlite")).inbox
        .activities(after: 0, limit: 1000).compactMap { $0.document["id"]?.string }
      #expect(Set(acknowledged).isSubset(of: stored))
      #expect(Set(stored).count == stored.count)
      #expect(acknowledged.count >= 100)
    }
  }

  @Test func `a second one on the same folder is refused, and says why`() async throws {
    try await KeySite.serve { (metadata) async throws in
      let home = try TemporaryHome()
      let first = try EndpointProcess(home, metadata: metadata)
      let errors = try ChildProcess.pipe()
      let second = try EndpointProcess.start(
        home, metadata: metadata, errors: errors.writing.fileDescriptor)
      try errors.writing.close()
      #expect(try second.waitForExit() == 1)
      let said = String(decoding: try errors.reading.readToEnd() ?? Data(), as: UTF8.self)
      #expect(said.contains("is running already"))
      #expect(await Self.post("1", to: first.port) == 200)
    }
  }

  @Test func `a taken port is named`() async throws {
    try await KeySite.serve { (metadata) async throws in
      let first = try EndpointProcess(try TemporaryHome(), metadata: metadata)
      let errors = try ChildProcess.pipe()
      let second = try EndpointProcess.start(
        try TemporaryHome(), metadata: metadata, ["--port", "\(first.port)"],
        errors: errors.writing.fileDescriptor)
      try errors.writing.close()
      #expect(try second.waitForExit() == 1)
      let said = String(decoding: try errors.reading.readToEnd() ?? Data(), as: UTF8.self)
      #expect(said.contains("Port \(first.port) of 127.0.0.1 is taken."))
    }
  }

  @Test func `its log names no token and no text`() async throws {
    try await KeySite.serve { (metadata) async throws in
      let home = try TemporaryHome()
      let errors = try ChildProcess.pipe()
      let output = try ChildProcess.pipe()
      let child = try EndpointProcess.start(
        home, metadata: metadata, output: output.writing.fileDescriptor,
        errors: errors.writing.fileDescriptor)
      try output.writing.close()
      try errors.writing.close()
      var line = Data()
      while !line.contains(UInt8(ascii: "\n")), let byte = try output.reading.read(upToCount: 1) {
        guard !byte.isEmpty else { break }
        line += byte
      }
      let port = try #require(try JSON(parsing: Array(line))["port"]?.int)
      #expect(await Self.post("1", to: port) == 200)
      _ = try await RawConnection.exchange(
        port: port,
        "POST / HTTP/1.1\r\nAuthorization: Bearer sEcReT.b.c\r\nConnection: close\r\n\r\n")
      kill(child.process, SIGTERM)
      #expect(try child.waitForExit() == 0)
      let log = String(decoding: try errors.reading.readToEnd() ?? Data(), as: UTF8.self)
      #expect(log.contains("listening"))
      #expect(log.contains("refused reason=malformed token"))
      for secret in ["sEcReT", "eyJ", "hello"] { #expect(!log.contains(secret)) }
    }
  }
}
