package import Documents

/// Work on a team that Graph goes on with after it has answered.
package struct TeamsAsyncOperation: DocumentView, Hashable {
  /// How far the work is.
  package enum State: Sendable, Hashable {
    case underWay, succeeded, failed
  }

  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  /// The state; words that are not known yet are taken for work that goes on.
  package var state: State {
    switch text("status") {
    case "succeeded": .succeeded
    case "failed", "invalid": .failed
    default: .underWay
    }
  }

  /// What the work is about, such as the channel that is made.
  package var targetResourceID: String? { text("targetResourceId") }
  package var errorCode: String { text("error.code") ?? "" }
  package var errorMessage: String { text("error.message") ?? "" }
}

extension TeamsAsyncOperation {
  /// The path of the work that a `Location` names; `nil` where it names none.
  ///
  /// Graph writes `/teams('…')/operations('…')`, and for channels `/teams/…/operations/…`; nothing but the two
  /// ids is taken from it.
  package static func path(ofLocation location: String) -> GraphPath? {
    let pattern = #/teams(?:\('([^']+)'\)|\/([^\/?]+))\/operations(?:\('([^']+)'\)|\/([^\/?]+))/#
    guard let match = location.firstMatch(of: pattern),
      let team = match.output.1 ?? match.output.2,
      let operation = match.output.3 ?? match.output.4
    else { return nil }
    return "/teams/\(String(team))/operations/\(String(operation))"
  }
}
