import Foundation
import Subprocess
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

  /// A signal ended it.
  struct Killed: Error {}

  let address: TenantAddress
  /// `--http1.1` or `--http2`.
  var version = "--http1.1"

  /// Sends one request, or several over one connection when there are several paths.
  func callAsFunction(_ options: [String] = [], _ paths: String...) async throws -> Outcome {
    var arguments = ["-sS", "-i", version, "--max-time", "20"]
    if let caFile = address.caFile { arguments += ["--cacert", caFile] }
    arguments += ["-w", "\n%{http_code} %{http_version}"] + options
    let result = try await Subprocess.run(
      .name("curl"), arguments: Arguments(arguments + paths.map { address.graph + $0 }),
      output: .string(limit: 1 << 26))
    guard case .exited(let exit) = result.terminationStatus else { throw Killed() }
    return Self.outcome(result.standardOutput, exit)
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
