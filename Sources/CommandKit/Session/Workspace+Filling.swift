import Cache
import Foundation
import Graph
import Synchronization

/// The occasions on which lists are read behind the prompt's back.
enum Filling: Sendable, Hashable, CaseIterable {
  /// Somebody is at work at the prompt: teams, chats, people, and what is where one stands.
  case work
  /// Somebody went somewhere: what is in that place.
  case place
}

/// Lists that are read behind the prompt's back.
///
/// Whatever fails is left for the next time: nobody asked for it, so nobody is told.
extension Workspace {
  /// A session of nobody's, for requests that no command makes.
  var quietSession: Session {
    let call = Call(
      command: "cache refresh", effect: .reads, permissions: .none, io: CommandIO(output: errors))
    return Session(workspace: self, call: call, isQuiet: true)
  }

  /// Reads what completion wants of a place that one has just gone to; a later one takes its place.
  package func fill(of place: Place) {
    let kinds: [CacheKind]
    switch place {
    case .team, .channel: kinds = [.channels, .members]
    case .chat: kinds = [.members]
    case .nowhere, .person, .incident: return
    }
    replace(
      .place,
      with: Task {
        for kind in kinds where !Task.isCancelled { try? await read(kind, of: place) }
      })
  }

  /// Reads what completion wants after somebody signed in at the prompt, and keeps it fresh from then on.
  package func fillAfterSignIn() {
    guard !identities.isEmpty else { return }
    state.withLock { state in
      state.freshness.begin()
      state.readings.forgetFailures()
    }
    freshen()
  }

  /// Brings up to date what is old, without waiting for it; mostly finds that nothing is due.
  ///
  /// Only for sessions at the prompt: before ``fillAfterSignIn()`` it does nothing.
  package func freshen() {
    guard let look = state.withLock({ $0.freshness.look(at: now()) }) else { return }
    replace(.work, with: Task { await freshen(in: look) })
  }

  /// Waits until the look that is under way, if one is, has ended.
  func freshened() async {
    await state.withLock { $0.fillings[.work] }?.value
  }

  private func freshen(in look: Freshness.Look) async {
    defer { state.withLock { $0.freshness.finish(look) } }
    guard let identity = identities[.person] ?? identities[.app], let cache else { return }
    let fill = CacheFill(session: quietSession)
    let place = place
    let lists: [(kind: CacheKind, container: String?)] =
      CacheFill.kindsAtSignIn(identity.kind).map { (kind: $0, container: nil) }
      + [(.channels, place.team?.id), (.members, place.cacheKey)].filter { $0.1 != nil }
    for (kind, container) in lists where !Task.isCancelled {
      let filledAt = try? cache.age(kind, container: container)
      let isFollowed = fill.isFollowed(kind, by: identity)
      let now = now()
      let isDue = state.withLock { state in
        state.freshness.isDue(
          kind, filledAt: filledAt, isFollowed: isFollowed,
          in: container == nil ? look : look.ofPlace, at: now)
      }
      do {
        if isDue { try await read(kind, of: place) }
      } catch is GraphError {
        state.withLock { $0.freshness.refuse(kind, at: now) }
      } catch {
        // No network, or nobody is signed in any more: the next look tries again.
      }
      // Another shell may have written it; better loaded now than when somebody presses Tab.
      _ = try? cache.index(kind, container: container)
    }
  }

  /// Stops what is read behind the prompt's back, for good.
  package func stopFilling() {
    state.withLock { $0.freshness.end() }
    for filling in Filling.allCases { replace(filling, with: nil) }
    for task in state.withLock({ $0.wanted.values }) { task.cancel() }
  }
}
