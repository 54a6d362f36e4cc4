import Foundation
import Testing

@testable import Simulator

/// The curl program, as a client that shares nothing with the tenant.
struct Curl: Sendable {
  /// What it got.
  struct Outcome: Sendable {
    /// The exit code of curl: 0 when a whole answer arrived.
    let exit: Int32
    let status: Int
    let version: String
    let head: String
    let body: String

    var document: Document { (try? DocumentParser.parse(body)) ?? .null }
  }

  let address: TenantAddress
  /// `--http1.1` or `--http2`.
  var version = "--http1.1"

  /// Sends one request, or several over one connection when there are several paths.
  func callAsFunction(_ options: [String] = [], _ paths: String...) async throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    var arguments = ["curl", "-sS", "-i", version, "--max-time", "20"]
    if let caFile = address.caFile { arguments += ["--cacert", caFile] }
    arguments += ["-w", "\n%{http_code} %{http_version}"] + options
    process.arguments = arguments + paths.map { address.graph + $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    let (chunks, continuation) = AsyncStream.makeStream(of: Data.self)
    try process.run()
    // A thread of its own: reading blocks, and the tenant needs the ones of the tasks.
    Thread.detachNewThread {
      while case let data = pipe.fileHandleForReading.availableData, !data.isEmpty {
        continuation.yield(data)
      }
      process.waitUntilExit()
      continuation.finish()
    }
    var bytes: [UInt8] = []
    for await chunk in chunks { bytes += chunk }
    return Self.outcome(String(decoding: bytes, as: UTF8.self), process.terminationStatus)
  }

  private static func outcome(_ text: String, _ exit: Int32) -> Outcome {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let facts = (lines.last ?? "").split(separator: " ")
    let rest = lines.dropLast().joined(separator: "\n")
    let parts = rest.components(separatedBy: "\r\n\r\n")
    return Outcome(
      exit: exit, status: facts.first.flatMap { Int($0) } ?? 0,
      version: facts.count > 1 ? String(facts[1]) : "", head: parts[0],
      body: parts.dropFirst().joined(separator: "\r\n\r\n"))
  }
}

extension TenantConfiguration {
  /// Serves a tenant while the body runs, then stops it.
  func served<Value: Sendable>(
    _ body: @escaping @Sendable (TenantAddress, TenantServer) async throws -> Value
  ) async throws -> Value {
    let server = try await TenantServer(self)
    let (addresses, continuation) = AsyncStream.makeStream(of: TenantAddress.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run { continuation.yield($0) } }
      var iterator = addresses.makeAsyncIterator()
      let address = try #require(await iterator.next())
      let value = try await body(address, server)
      group.cancelAll()
      try? await group.waitForAll()
      return value
    }
  }
}
