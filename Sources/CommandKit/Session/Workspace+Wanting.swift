package import Cache
import Foundation
import Graph
import Synchronization

/// Lists that a person at the prompt waits for, read while the line stays editable.
extension Workspace {
  /// Sets who hears that names have arrived which a line being typed may want.
  package func watchNames(_ watcher: @escaping @Sendable () -> Void) {
    state.withLock { $0.namesWatcher = watcher }
  }

  /// Has a list read that is wanted now, where it never was or is old; answers at once.
  ///
  /// Only for sessions at the prompt, as ``freshen()``. A list that could not be read is left alone for a
  /// while, so that nobody who presses Tab sends a request each time.
  package func want(_ kind: CacheKind, of place: Place = .nowhere) -> ListProgress {
    freshen()
    guard let list = ListName(kind, of: place), let cache else { return .idle }
    guard kind != .chats || identities[.person] != nil else { return .idle }
    let filledAt = try? cache.age(kind, container: list.container)
    let now = now()
    return state.withLock { state in
      if state.freshness.isOn, state.readings.isDue(list, filledAt: filledAt, at: now),
        state.readings.begin(list)
      {
        state.wanted[list] = Task { try? await readBegun(list, of: place) }
      }
      return state.readings.progress(of: list, at: now)
    }
  }

  /// Reads a list, unless somebody does already, and tells who waits for it.
  func read(_ kind: CacheKind, of place: Place) async throws {
    guard let list = ListName(kind, of: place),
      state.withLock({ $0.readings.begin(list) })
    else { return }
    try await readBegun(list, of: place)
  }

  private func readBegun(_ list: ListName, of place: Place) async throws {
    defer { tellOfNames() }
    do {
      _ = try await CacheFill(session: quietSession).refresh(list.kind, of: place)
      // Better loaded now than when somebody presses Tab.
      _ = try? cache?.index(list.kind, container: list.container)
      state.withLock { $0.readings.end(list) }
    } catch {
      let now = now()
      let wasCancelled = Task.isCancelled
      state.withLock { state in
        guard !wasCancelled else { return state.readings.end(list) }
        state.readings.fail(
          list, words: Failure(error).what, isRefused: error is GraphError, at: now)
      }
      throw error
    }
  }

  /// Loads a long list into memory, without waiting for it.
  package func load(_ kind: CacheKind, container: String? = nil) {
    let list = ListName(kind, container: container)
    guard let cache, state.withLock({ $0.loading.insert(list).inserted }) else { return }
    Task {
      _ = try? cache.index(kind, container: container)
      state.withLock { _ = $0.loading.remove(list) }
      tellOfNames()
    }
  }

  private func tellOfNames() {
    state.withLock { $0.namesWatcher }?()
  }
}
