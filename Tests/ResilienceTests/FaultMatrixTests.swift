import CommandKit
import Documents
import Simulator
import TestSupport
import Testing
import Transport

/// Everything that the tenant can let go wrong, with every kind of write, over warm connections.
///
/// The tenant's record is held against what was said: nothing is doubled, nothing is lost, and no word
/// is wrong.
struct FaultMatrixTests {
  enum Version: String, CaseIterable {
    case http1 = "HTTP/1.1"
    case http2 = "HTTP/2"
  }

  /// How many shells work in the tenant at once.
  private static let width = 8

  @Test(arguments: Version.allCases)
  func `what is said of a write that went wrong is what the tenant saw`(
    version: Version
  ) async throws {
    let home = try TemporaryHome()
    let (grounds, places) = try await Grounds.lay(
      in: home, Trial.all.map(\.1.ground))
    let trials = zip(Trial.all, places).map { pair, place in
      Trial(mishap: pair.0, write: pair.1, grounds: grounds, place: place)
    }
    let rules: JSON = ["rules": .array(trials.flatMap { $0.rules })]
    let faultFile = try home.write(rules.text(), to: "faults.json")
    let recordFile = home.file("record.ndjson")
    let reports = try await SimulatedTenant.serve {
      $0.usesTLS = version == .http2
      $0.dataFile = grounds.file
      $0.faultFile = faultFile
      $0.recordFile = recordFile
    } _: { tenant in
      let apart = trials.filter { !$0.mishap.concernsAll }
      let reports = try await withThrowingTaskGroup(of: [Report].self) { group in
        for shell in 0..<Self.width {
          let own = stride(from: shell, to: apart.count, by: Self.width).map { apart[$0] }
          group.addTask { try await Self.reports(on: own, in: tenant) }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      let last = trials.filter { $0.mishap.concernsAll }
      return try await reports + Self.reports(on: last, in: tenant)
    }
    #expect(reports.count == trials.count)
    let record = try TenantRecord(path: recordFile)
    for report in reports {
      for finding in record.findings(on: report) {
        Issue.record("\(report.trial): \(finding)\n\(report.errors)")
      }
    }
  }

  /// Runs trials one after the other in one shell with a connection of its own.
  private static func reports(
    on trials: [Trial], in tenant: SimulatedTenant
  ) async throws -> [Report] {
    let session = try await tenant.shell(
      hurryingAt: trials.filter(\.mishap.tiresClient).map(\.place))
    var reports: [Report] = []
    for trial in trials { reports.append(try await trial.run(in: session)) }
    return reports
  }
}

extension SimulatedTenant {
  /// A shell that the administrator is signed in to, with a connection of its own; writes whose paths hold
  /// one of the places get little time.
  func shell(hurryingAt places: [String], withBot hasBot: Bool = false) async throws -> TestSession
  {
    let impatient = ImpatientTransport(inner: address.connection(), places: places)
    let own = SimulatedTenant(
      server: server, address: address, transport: RecordingTransport(impatient))
    let session = try own.session(home: hasBot ? botHome() : nil) { $0.clock = InstantClock() }
    let scopes = session.workspace.catalog.entries.flatMap { $0.type.permissions.person }
    try await own.signIn(
      session,
      scopes: scopes + session.workspace.catalog.firstScopes
        + ["Group.ReadWrite.All", "Files.ReadWrite"])
    return session
  }
}
