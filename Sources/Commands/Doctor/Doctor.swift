package import ArgumentParser
package import CommandKit
import Documents

/// Looks at everything that a session stands on, and says what to do about what is amiss.
package struct Doctor: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Find out what is amiss, and what helps.",
    discussion: """
      Looks at the sign-in service and Graph, the clock, who is signed in and what that can do, the bot, the \
      cache, the keyring, the terminal, the files and the disk, all at once and each for ten seconds at most. \
      Nothing is changed, and no secret is shown. Ends with code 1 where something failed; a warning is \
      none.
      """)
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("CHECK", field: "check"),
    Column("STATE", field: "state", as: .state),
    Column("FOUND", field: "found", as: .text),
    Column("CURE", field: "cure", as: .text),
  ]
  package static let examples = [
    Example("Find out what is amiss", "doctor"),
    Example("Print only what is not in order", "doctor --jq 'select(.state != \"ok\")'"),
  ]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let checks = Self.checks
    let findings = await withTaskGroup(of: (Int, [Finding]).self) { group in
      for (number, check) in checks.enumerated() {
        group.addTask { (number, await check.findings(in: session)) }
      }
      var found: [Int: [Finding]] = [:]
      for await (number, findings) in group { found[number] = findings }
      return checks.indices.flatMap { found[$0] ?? [] }
    }
    try Task.checkCancellation()
    let failures = findings.count { $0.level == .failure }
    if failures > 0 { session.call.conclude(CommandError(.checksFailed(failures))) }
    return .list(findings.map(\.note))
  }

  /// The checks, in the order in which they are shown.
  private static let checks = [
    Check("network", Checkup.network),
    // The cache is that of whoever is signed in then.
    Check("sign-in", { await Checkup.signIns($0) + Checkup.bot($0) + Checkup.cache($0) }),
    Check("connector", Checkup.botReach),
    Check("keyring", Checkup.keyring),
    Check("terminal", { [Checkup.terminal($0)] }), Check("files", Checkup.files),
    Check("profile", Checkup.profile), Check("disk", { [Checkup.disk($0)] }),
  ]
}

/// One check, which is given up after a while.
struct Check: Sendable {
  private let name: String
  private let work: @Sendable (Session) async -> [Finding]

  init(_ name: String, _ work: @escaping @Sendable (Session) async -> [Finding]) {
    self.name = name
    self.work = work
  }

  /// How long one may take.
  private static let patience = Duration.seconds(10)

  func findings(in session: Session) async -> [Finding] {
    await withTaskGroup(of: [Finding]?.self) { group in
      group.addTask { await work(session) }
      group.addTask {
        try? await session.workspace.pause(Self.patience)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
        ?? [.failure(name, "It took longer than ten seconds.", cure: "Try again in a while.")]
    }
  }
}

/// The checks: each gathers facts, and a value decides what they mean.
enum Checkup {}
