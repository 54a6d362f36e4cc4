import Cache
import Foundation
import Identity

/// The occasions on which lists are read behind the prompt's back.
enum Filling: Sendable, Hashable, CaseIterable {
  /// Somebody signed in: teams, chats, people.
  case signIn
  /// Somebody went somewhere: what is in that place.
  case place
}

extension Workspace {
  /// Reads lists into the cache; a later reading of the same occasion takes the place of this one.
  ///
  /// Whatever fails is left for the next one: nobody asked for it, so nobody is told.
  private func fill(_ kinds: [CacheKind], for filling: Filling) {
    let call = Call(
      command: "cache refresh", effect: .reads, permissions: .none,
      io: CommandIO(output: errors))
    let session = Session(workspace: self, call: call)
    let task = Task {
      for kind in kinds where !Task.isCancelled {
        _ = try? await CacheFill(session: session).refresh(kind)
      }
    }
    replace(filling, with: task)
  }

  /// Reads what completion wants of a place that one has just gone to.
  package func fill(of place: Place) {
    switch place {
    case .team, .channel: fill([.channels, .members], for: .place)
    case .chat: fill([.members], for: .place)
    case .nowhere, .person: return
    }
  }

  /// Reads what completion wants after somebody signed in; lists younger than a day are left alone.
  package func fillAfterSignIn() {
    guard let identity = identities[.person] ?? identities[.app], let cache else { return }
    let stale = CacheFill.kindsAtSignIn(identity.kind).filter { kind in
      guard let age = try? cache.age(kind) else { return true }
      return now().timeIntervalSince(age) > 86_400
    }
    fill(stale, for: .signIn)
  }

  /// Stops what is read behind the prompt's back.
  package func stopFilling() {
    for filling in Filling.allCases { replace(filling, with: nil) }
  }
}
