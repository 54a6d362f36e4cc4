package import ArgumentParser
import Cache
package import CommandKit

/// Forgets lists of the tenant; nothing in the tenant changes.
package struct CacheClear: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Forget what is remembered of the tenant.")
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.kinds)]
  package static let examples = [
    Example("Forget all people", "cache clear people"),
    Example("Forget everything", "cache clear"),
  ]

  @Argument(help: ArgumentHelp("What; everything if left out.", valueName: "cache"))
  var kinds: [CacheKind] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    _ = try await session.identities()
    guard let cache = session.cache else { throw CommandError(.notSignedIn) }
    try cache.clear(kinds.isEmpty ? Set(CacheKind.allCases) : Set(kinds))
    return .done("Forgotten.")
  }
}
