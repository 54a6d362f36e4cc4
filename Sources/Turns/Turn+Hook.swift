import Records

/// What a hook is told of.
enum HookEvent: Sendable {
  case noted(Incident.Note)
}

extension Turn {
  /// Runs the profile's hook for an event.
  func hook(_ event: HookEvent) async {}
}
