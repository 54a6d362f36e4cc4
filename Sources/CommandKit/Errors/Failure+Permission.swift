import Graph

extension Failure {
  /// What is said before a request that the token seems not to be enough for.
  ///
  /// - Parameters:
  ///   - advice: What is missing.
  ///   - isFurther: Whether the same command was warned of something else before.
  /// - Returns: Some lines; a single one where it is further.
  package static func warning(_ advice: PermissionAdvice, isFurther: Bool = false) -> String {
    let missing = advice.missing.joined(separator: ", ")
    let subject =
      switch advice.purpose {
      case .command: advice.command
      case .lookup(let kind): "Looking up \(kind == .app ? "an" : "a") \(kind.rawValue)"
      }
    let way = way(to: missing, by: advice.kind, isReady: advice.isReady)
    guard !isFurther else {
      return "\(subject) needs \(missing), too" + (advice.isReady ? "." : ": \(way)")
    }
    var lines = [
      "\(subject) needs \(missing), which \(token(advice.kind)) does not show. "
        + "It is tried all the same."
    ]
    lines += advice.held.map { other in
      "The \(other.rawValue) that is signed in could do it: --as \(other.rawValue)"
    }
    if advice.held.isEmpty, advice.purpose == .command {
      lines += advice.possible.map { other in
        "\(other == .app ? "An app" : "A person") could do it, too: login"
          + (other == .app ? " --app" : "")
      }
    }
    lines.append(advice.isReady ? way : "To get it: \(way)")
    return lines.joined(separator: "\n  ")
  }

  /// The words for a 403 of a command whose permissions are known.
  init(_ error: PermissionFailure) {
    let words = (error.underlying as? GraphError).flatMap(Self.said)
    let missing = error.missing.joined(separator: ", ")
    let others = error.others.map {
      "The \($0.rawValue) that is signed in could do it: --as \($0.rawValue)"
    }
    let what: String
    let next: String
    switch error.cure {
    case .meetingPolicy(let app):
      what = "Teams lets this app see nobody's meetings, although it holds the permission."
      next = """
        A Teams administrator makes an application access policy, which takes half an hour to work:
          New-CsApplicationAccessPolicy -Identity teamsh -AppIds \(app)
          Grant-CsApplicationAccessPolicy -PolicyName teamsh -Global
        """
    case .ownMeetingsOnly:
      what = "A person may work on their own meetings only."
      next = "For those of others take an app that a policy lets in: --as app"
    case .unknownNeed:
      what = "Graph does not permit this request."
      let way = Self.way(to: "PERMISSION", by: .person, isReady: error.isReady)
      next = "Microsoft's page of it says what it needs. " + (error.isReady ? way : "Then: \(way)")
    case nil where error.missing.isEmpty:
      what = "Graph does not permit \(error.command), though the token shows what it needs."
      next = "A membership, the account's role or a policy decides here."
    case nil:
      what = "\(error.command) needs \(missing); \(Self.held(error))."
      let way = Self.way(to: missing, by: error.kind, isReady: error.isReady)
      next = error.isReady ? way : "Type: \(way)"
    }
    self.init(
      what, why: words, next: ([next] + others).joined(separator: "\n  "), .permission)
  }

  private static func token(_ kind: IdentityKind) -> String {
    kind == .person ? "this sign-in" : "the app's token"
  }

  /// The line that gets a permission; for a token that was handed over, what else does.
  private static func way(to what: String, by kind: IdentityKind, isReady: Bool) -> String {
    let app = kind == .app
    guard !isReady else {
      return "Hand over a token with \(what), or sign in: login\(app ? " --app" : "")"
    }
    return "permissions request \(what.replacing(", ", with: " "))\(app ? " --as app" : "")"
  }

  /// What is held, of a long list only what is about the same things.
  private static func held(_ error: PermissionFailure) -> String {
    let token = token(error.kind)
    guard let held = error.held else { return "what \(token) has cannot be read" }
    guard !held.isEmpty else { return "\(token) has none" }
    guard held.count > 6 else { return "\(token) has \(held.joined(separator: " "))" }
    let resources = Set(error.missing.map(Self.resource))
    let near = held.filter { resources.contains(resource($0)) }
    let count = held.count - near.count
    return near.isEmpty
      ? "\(token) has \(count), none of them for that"
      : "\(token) has \(near.joined(separator: " ")) and \(count) for other things"
  }

  private static func resource(_ permission: String) -> Substring {
    permission.prefix { $0 != "." }
  }
}
