package import Simulator
package import Transport

import Foundation

/// A company of one test's own, served on this machine while the test runs.
package struct SimulatedTenant: Sendable {
  package let server: TenantServer
  package let address: TenantAddress
  /// The way to it, which remembers the requests.
  package let transport: RecordingTransport

  package init(server: TenantServer, address: TenantAddress, transport: RecordingTransport) {
    self.server = server
    self.address = address
    self.transport = transport
  }

  /// The tenant of the test that runs, where it has the trait for one.
  @TaskLocal package static var current: SimulatedTenant?

  /// Serves a fresh company while the body runs.
  ///
  /// - Parameters:
  ///   - configure: Changes how it is served; with a data file of its own, also what.
  ///   - body: What is done with it.
  /// - Returns: What the body gives.
  /// - Throws: Whatever the body throws.
  package static func serve<Value: Sendable>(
    _ configure: (inout TenantConfiguration) -> Void = { _ in },
    _ body: (SimulatedTenant) async throws -> Value
  ) async throws -> Value {
    try await turnstile.pass { try await serveNow(configure, body) }
  }

  private static func serveNow<Value: Sendable>(
    _ configure: (inout TenantConfiguration) -> Void,
    _ body: (SimulatedTenant) async throws -> Value
  ) async throws -> Value {
    let home = try TemporaryHome()
    var configuration = TenantConfiguration(pollingInterval: 1)
    configure(&configuration)
    if configuration.dataFile == nil {
      configuration.dataFile = try await company.value.copy(into: home)
    }
    let server = try await TenantServer(configuration)
    let (addresses, continuation) = AsyncStream.makeStream(of: TenantAddress.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { continuation.finish() }
        try await server.run { continuation.yield($0) }
      }
      defer { group.cancelAll() }
      var ready = addresses.makeAsyncIterator()
      guard let address = await ready.next() else { throw CancellationError() }
      let tenant = SimulatedTenant(
        server: server, address: address,
        transport: RecordingTransport(address.caFile == nil ? curl : address.connection()))
      return try await body(tenant)
    }
  }

  private static let turnstile = Turnstile(width: 8)
  private static let curl = CurlTransport()

  /// The company that every test begins with: founding one takes longer than most tests.
  private static let company = Task { try await CompanyFile() }
}

extension TenantAddress {
  /// A way there that shares its connections with no other, and trusts the tenant's certificate.
  package func connection() -> CurlTransport {
    var configuration = CurlConfiguration()
    configuration.caFile = caFile
    return CurlTransport(configuration: configuration)
  }
}

/// A company in a file, of which each test gets a copy.
private struct CompanyFile: Sendable {
  private let home: TemporaryHome

  init() async throws {
    home = try TemporaryHome()
    _ = try await TenantServer(TenantConfiguration(dataFile: home.file(Self.name)))
  }

  func copy(into other: TemporaryHome) throws -> String {
    let files = try FileManager.default.contentsOfDirectory(atPath: home.path)
    for file in files where !file.hasSuffix("-shm") {
      try FileManager.default.copyItem(atPath: home.file(file), toPath: other.file(file))
    }
    return other.file(Self.name)
  }

  private static let name = "company.sqlite"
}
