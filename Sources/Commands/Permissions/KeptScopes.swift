import CommandKit
import Documents

/// What a person's sign-ins ask for beside the usual: kept in the profile, or for this session.
struct KeptScopes {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  private var workspace: Workspace { session.workspace }

  /// Keeps what was granted, so that the next sign-in asks for it again.
  ///
  /// The sign-in stands by then: a profile that cannot be changed is said, and no failure.
  func keep(_ granted: [String]) {
    let usual = SignIn(workspace: workspace).usualScopes
    let further = granted.filter { !usual.contains($0) && !workspace.furtherScopes.contains($0) }
    guard !further.isEmpty else { return }
    workspace.furtherScopes += further
    guard let name = workspace.configuration.profileName else {
      return session.tell(
        "Sign-ins of this session ask for it, too. Only a profile keeps it for later ones.")
    }
    do {
      try workspace.changeKeptScopes { kept in Permissions.unique(kept + further) }
      session.tell("The profile \(name) asks for it from now on.")
    } catch {
      session.tell("It is asked for again in this session only. \(Failure(error).text)")
    }
  }

  /// Asks for less at the next sign-in.
  ///
  /// - Parameter names: What is not to be asked for any more; `nil` for all that was kept.
  /// - Returns: What is said of it.
  /// - Throws: `ConfigurationError` for a profile that cannot be changed.
  func forget(_ names: [String]?) throws -> Reply<Note> {
    let isGone = { (name: String) in names?.contains(name) ?? true }
    var gone = workspace.furtherScopes.filter(isGone)
    try workspace.changeKeptScopes { kept in
      gone = Permissions.unique(gone + kept.filter(isGone))
      return kept.filter { !isGone($0) }
    }
    workspace.furtherScopes.removeAll(where: isGone)
    let note = Note(["forgotten": .array(gone.map { .string($0) })])
    guard !gone.isEmpty else {
      return .done("Sign-ins ask for none of that beside the usual.", note)
    }
    return .done("The next sign-in does not ask for \(gone.joined(separator: ", ")).", note)
  }
}
