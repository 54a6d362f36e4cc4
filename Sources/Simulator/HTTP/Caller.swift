/// Who sent a request, as the access token says.
struct Caller: Sendable {
  /// A person signed in to an app, or the app alone.
  enum Kind: Sendable, Equatable {
    case person(id: String, isAdministrator: Bool)
    case app
  }

  let kind: Kind
  let appID: String
  /// The user principal name of a person, the client id of an app.
  let name: String
  let permissions: Set<String>

  var isApp: Bool { kind == .app }

  /// The person's object id; an app has none.
  var personID: String? {
    guard case .person(let id, _) = kind else { return nil }
    return id
  }

  /// The tenant itself, where somebody was let in by other means than a token.
  static let keeper = Caller(kind: .app, appID: "", name: "", permissions: [])

  /// Whether the caller may act on teams that it is not in: administrators and apps may.
  var seesEveryTeam: Bool {
    guard case .person(_, let isAdministrator) = kind else { return true }
    return isAdministrator
  }
}
