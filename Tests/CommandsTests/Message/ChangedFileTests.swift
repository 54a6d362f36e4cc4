import CommandKit
import Foundation
import Records
import TestSupport
import Testing

@testable import Commands

/// A file that somebody touches while it is on its way: nothing half sent is left.
struct ChangedFileTests {
  /// What can happen to a file.
  enum Change: CaseIterable {
    case longer, shorter, touched, replaced, removed

    func happen(to path: String) throws {
      let files = FileManager.default
      switch self {
      case .longer, .shorter:
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        defer { try? handle.close() }
        if self == .longer {
          try handle.seekToEnd()
          try handle.write(contentsOf: [1])
        } else {
          try handle.truncate(atOffset: 5_500_000)
        }
      case .touched:
        try files.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: path)
      case .replaced:
        let attributes = try files.attributesOfItem(atPath: path)
        try files.moveItem(atPath: path, toPath: path + ".old")
        try Data(count: 6_000_000).write(to: URL(filePath: path))
        if let date = attributes[.modificationDate] {
          try files.setAttributes([.modificationDate: date], ofItemAtPath: path)
        }
      case .removed: try files.removeItem(atPath: path)
      }
    }
  }

  private static let place = "--channel 'Contoso IT/General'"

  /// A session in which the file changes after its first range, and who it was signed in to.
  private func session(
    _ tenant: SimulatedTenant, _ home: TemporaryHome,
    _ change: @escaping @Sendable () throws -> Void
  ) async throws -> (TestSession, RecordingTransport) {
    let transport = RecordingTransport(ChangingTransport(tenant.transport, change))
    let own = SimulatedTenant(
      server: tenant.server, address: tenant.address, transport: transport)
    let session = try own.session(home: home)
    let scopes = session.workspace.catalog.entries.flatMap { $0.type.permissions.person }
    try await own.signIn(
      session, scopes: scopes + session.workspace.catalog.firstScopes + ["Files.ReadWrite"])
    return (session, transport)
  }

  @Test(.tenant, arguments: Change.allCases)
  func `no message is posted, and the upload is taken back`(change: Change) async throws {
    let tenant = try SimulatedTenant.here()
    let home = try TemporaryHome()
    let path = try home.write(String(repeating: "x", count: 6_000_000), to: "large.bin")
    let (session, transport) = try await session(tenant, home) { try change.happen(to: path) }
    let code = await session.run("message send Hi --attach \(path) \(Self.place)")
    #expect(code == (change == .removed ? .notFound : .failed))
    let words = change == .removed ? "was taken away" : "changed"
    #expect(session.errors.text.hasPrefix("\(path) \(words) while it was being sent.\n"))
    #expect(session.errors.text.contains("  No message was sent.\n"))
    #expect(transport.writes.count == 1 && transport.writes[0].hasSuffix("/createUploadSession"))
    #expect(transport.uploads == ["PUT", "DELETE"])
    #expect(try session.workspace.journal.entries().last?.result == "refused")
  }

  @Test(.tenant) func `a file that was stored before stays, and that is said`() async throws {
    let tenant = try SimulatedTenant.here()
    let home = try TemporaryHome()
    let small = try home.write("The plan", to: "plan.txt")
    let path = try home.write(String(repeating: "x", count: 6_000_000), to: "large.bin")
    let (session, transport) = try await session(tenant, home) {
      try Change.longer.happen(to: path)
    }
    let code = await session.run(
      "message send Hi --attach \(small) --attach \(path) \(Self.place)")
    #expect(code == .failed)
    #expect(session.errors.text.contains("The file stays where it was stored: https://"))
    #expect(session.errors.text.contains("large.bin changed while it was being sent."))
    #expect(!transport.writes.contains { $0.hasSuffix("/messages") })
  }
}

extension RecordingTransport {
  /// The methods of the requests to where files go in ranges.
  fileprivate var uploads: [String] {
    storageRequests.filter { $0.path.contains("/uploads/") }.map(\.method)
  }
}
