import HTTPTypes

/// The permissions of one route: any one of a list opens it, an empty list closes it.
///
/// Names are written as in a token's `scp`: separated by white space.
struct Permissions: Sendable, Equatable {
  let delegated: [String]
  let application: [String]
  /// Whether everybody with a token may come in.
  let isOpen: Bool

  init(delegated: String, application: String, isOpen: Bool = false) {
    self.delegated = delegated.split(whereSeparator: \.isWhitespace).map(String.init)
    self.isOpen = isOpen
    self.application = application.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

extension Permissions {
  /// Refuses a caller that holds none of the permissions, in the words of the workload.
  func check(_ caller: Caller, for route: Route) throws(GraphFailure) {
    guard !isOpen else { return }
    if caller.isApp, route.template == "/me" || route.template.hasPrefix("/me/") {
      throw .onlyDelegatedMe
    }
    let workload = route.workload
    let accepted = caller.isApp ? application : delegated
    if workload == .teams, accepted.isEmpty {
      let context = caller.isApp ? "application-only" : "delegated"
      throw .preconditionFailed("Requested API is not supported in \(context) context")
    }
    guard !accepted.contains(where: caller.permissions.contains) else { return }
    switch workload {
    case .directory:
      throw .insufficientPrivileges
    case .files:
      throw .accessDenied
    case .teams:
      let wanted = accepted.joined(separator: ", ")
      let held = caller.permissions.sorted().joined(separator: ", ")
      throw .forbidden(
        caller.isApp
          ? "Missing role permissions on the request. API requires one of '\(wanted)'. "
            + "Roles on the request '\(held)'. "
            + "Resource specific consent grants on the request ''."
          : "Missing scope permissions on the request. API requires one of '\(wanted)'. "
            + "Scopes on the request '\(held)'")
    }
  }
}

/// The part of Graph that answers: each words its refusals in its own way.
enum Workload: Sendable {
  case directory
  case files
  case teams

  private static let teamsSegments: Set = [
    "teams", "team", "joinedteams", "chats", "teamwork", "appcatalogs", "communications",
    "presence", "onlinemeetings",
  ]

  /// The workload behind a path: teams and chats, also below a person, belong to Teams, drives to
  /// SharePoint.
  init(template: String) {
    let segments = template.lowercased().split(separator: "/").map(String.init)
    let isOfFiles = segments.first == "drives" || segments.dropFirst().contains("drive")
    self =
      segments.contains(where: Self.teamsSegments.contains)
      ? .teams : isOfFiles ? .files : .directory
  }
}
