package import ArgumentParser
import Cache
package import CommandKit
import Documents
import Foundation

/// Shows which lists are remembered, how long they are, and how old.
package struct CacheShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what is remembered of the tenant.")
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("WHAT", field: "kind"),
    Column("OF", field: "of"),
    Column("COUNT", field: "count", as: .number),
    Column("COMPLETE SINCE", time: { $0.document["filledAt"]?.string }),
  ]
  package static let examples = [Example("See how old the lists are", "cache show")]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    _ = try await session.identities()
    guard let cache = session.cache else { throw CommandError(.notSignedIn) }
    return .list(
      try cache.summary().map { summary in
        Note(
          [
            "kind": .string(summary.kind.rawValue), "of": .optional(summary.container),
            "count": .int(summary.count),
            "filledAt": .optional(summary.filledAt?.formatted(.iso8601)),
          ], reference: summary.kind.rawValue)
      })
  }
}
