import CommandKit
import Commands
import Documents
import Records

extension Turn {
  /// Tells the profile's hook for activities of this one; that the hook fails is told, and stops nothing.
  func tellHook() async {
    guard let command = workspace.configuration.profile.conduct.activityHook else { return }
    let hook = Hook("activity-hook", command: command)
    do {
      try await hook.run(["event": "activity", "activity": received.document])
    } catch {
      try? notice(.hook, hook.key, Failure(error).what)
    }
  }
}
