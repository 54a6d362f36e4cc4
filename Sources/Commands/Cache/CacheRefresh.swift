package import ArgumentParser
import Cache
package import CommandKit

/// Brings lists of the tenant up to date, for completion and reading look-ups.
package struct CacheRefresh: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "refresh", abstract: "Read what is remembered anew.")
  package static let effect = Effect.reads
  package static let permissions = Permissions(
    person: ["Team.ReadBasic.All", "User.ReadBasic.All", "Chat.ReadBasic"],
    app: ["Team.ReadBasic.All", "User.ReadBasic.All"])
  package static let operands = [Operand(\Self.kinds)]
  package static let examples = [
    Example("Read all teams anew", "cache refresh teams"),
    Example("Read everything anew", "cache refresh"),
  ]

  @Argument(
    help: ArgumentHelp("What; teams, people and chats if left out.", valueName: "cache"))
  var kinds: [CacheKind] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let fill = CacheFill(session: session)
    var parts: [String] = []
    for kind in kinds.isEmpty ? CacheFill.kindsAtSignIn(try await session.identity().kind) : kinds {
      switch try await fill.refresh(kind) {
      case .read(let count): parts.append(kind.counted(count))
      case .followed(1): parts.append("1 change of \(kind.rawValue)")
      case .followed(let count): parts.append("\(count) changes of \(kind.rawValue)")
      }
    }
    return .done("Read \(parts.joined(separator: ", ")).")
  }
}

extension CacheKind: ExpressibleByArgument {}

extension CacheKind {
  /// So many of them, in words.
  fileprivate func counted(_ count: Int) -> String {
    guard count == 1 else { return "\(count) \(rawValue)" }
    return self == .people ? "1 person" : "1 \(rawValue.dropLast())"
  }
}
