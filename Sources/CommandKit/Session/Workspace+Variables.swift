import Identity
import Synchronization

extension Workspace: VariableSource {
  package func value(of name: String) async -> SpecialVariable? {
    switch name {
    case "me":
      identities[.person]?.claims.objectID.map { SpecialVariable(text: $0) }
    case "team": place.team.map { SpecialVariable(text: $0.id) }
    case "channel": place.channel.map { SpecialVariable(text: $0.id) }
    case "chat": place.chat.map { SpecialVariable(text: $0.id) }
    case "incident": place.incident.map { SpecialVariable(text: $0.id) }
    case "last": last
    default: nil
    }
  }

  package func noteAssigned(_ name: String) {
    state.withLock { _ = $0.assigned.insert(name) }
  }

  /// The variables that were assigned in this session.
  package var assignedNames: Set<String> { state.withLock { $0.assigned } }
}

extension Workspace {
  /// What help pages are made from at this moment.
  package var helpContext: HelpContext {
    HelpContext(
      catalog: catalog, settings: settings, keys: keys?.keys ?? [], aliases: aliases)
  }
}
