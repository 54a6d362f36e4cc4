import Synchronization

extension Workspace {
  /// Calls a place by its new name, where one stands in it or stood in it before.
  package func rename(_ thing: Named) {
    state.withLock { state in
      state.place = state.place.renaming(thing)
      state.previousPlace = state.previousPlace?.renaming(thing)
    }
  }
}

extension Place {
  /// The same place, with the new name of a thing in its path.
  func renaming(_ thing: Named) -> Place {
    switch self {
    case .channel(let team, let channel) where channel.id == thing.id:
      .channel(team: team, thing)
    case .chat(let chat) where chat.id == thing.id: .chat(thing)
    case .incident(let incident) where incident.id == thing.id: .incident(thing)
    default: self
    }
  }
}
