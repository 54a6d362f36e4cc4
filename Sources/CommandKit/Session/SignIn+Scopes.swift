import Identity

/// What a person's sign-ins ask for where nothing else is said.
extension SignIn {
  /// The usual, and what was kept besides.
  package var allScopes: [String] {
    Permissions.unique(usualScopes + workspace.furtherScopes)
  }

  /// The scopes that the profile names, or else those of a first sign-in.
  package var usualScopes: [String] {
    let own = configuration.profile.scopes
    return own.isEmpty ? workspace.catalog.firstScopes : own
  }

  /// Asks for scopes; where they are refused and some of them were kept, for the others, and keeps none of
  /// those any longer.
  ///
  /// Which of them it is the service says in words alone.
  func withoutRefused<Value>(
    _ scopes: [String], _ body: ([String]) async throws -> Value
  ) async throws -> Value {
    do {
      return try await body(scopes)
    } catch let error as IdentityError where error.code.isAboutScopes {
      let kept = workspace.furtherScopes.filter(scopes.contains)
      let others = scopes.filter { !kept.contains($0) }
      guard !kept.isEmpty, !others.isEmpty else { throw error }
      giveUp(kept)
      return try await body(others)
    }
  }

  /// Keeps scopes no longer, and says so.
  private func giveUp(_ scopes: [String]) {
    workspace.furtherScopes.removeAll(where: scopes.contains)
    workspace.tell(
      "Not all of this is consented to any more, so sign-ins do not ask for it from now on: "
        + "\(scopes.joined(separator: ", ")). "
        + "To get it again: permissions request \(scopes.joined(separator: " "))")
    do {
      try workspace.changeKeptScopes { kept in kept.filter { !scopes.contains($0) } }
    } catch {
      workspace.tell(Failure(error).text)
    }
  }
}

extension IdentityError.Code {
  /// Whether other scopes may fare better.
  fileprivate var isAboutScopes: Bool { self == .consentRequired || self == .scopeUnknown }
}

extension Workspace {
  /// Changes what the profile keeps for sign-ins, as its file says it now, which another shell may have
  /// changed meanwhile; nothing where no profile is used.
  ///
  /// - Throws: ``ConfigurationError`` for a file that cannot be changed, and ``CommandError`` in a
  ///   restricted session.
  package func changeKeptScopes(_ change: ([String]) -> [String]) throws {
    guard let name = configuration.profileName else { return }
    let path = configuration.files.configFile
    let file = try ProfileFile(contentsOf: path)
    guard let profile = file.profiles[name] else {
      throw ConfigurationError(
        .unknownProfile(name, known: file.profiles.keys.sorted(), warnings: file.warnings),
        path: path)
    }
    let wanted = change(profile.furtherScopes)
    guard wanted != profile.furtherScopes else { return }
    guard !isRestricted else { throw CommandError(.restricted(.output)) }
    var editor = try ProfileEditor(path: path)
    try editor.keep(furtherScopes: wanted, in: name)
    try editor.save()
  }
}
