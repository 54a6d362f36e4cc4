package import ArgumentParser
package import CommandKit
import Graph

/// `--for`, for what belongs to somebody else.
package struct OrganizerOption: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Whose meeting; your own if left out.", valueName: "person"))
  package var organizer: PersonReference?

  package init() {}

  /// The path of the organizer's meetings, and who that is where it was said.
  ///
  /// - Throws: ``CommandError`` for an app without an organizer, since it has no meetings of its own.
  func meetings(
    in session: Session, for purpose: Purpose
  ) async throws -> (path: GraphPath, organizer: Named?) {
    guard let organizer else {
      guard try await session.identity().kind == .person else {
        throw CommandError(
          .unsupported("An app has no meetings of its own: name whose it is with --for."))
      }
      return ("/me/onlineMeetings", nil)
    }
    let found = try await organizer.resolve(in: session, for: purpose)
    return ("/users/\(found.id)/onlineMeetings", found)
  }
}
