package import ArgumentParser
package import CommandKit
import Documents

/// Compares what commands need with what the sign-in shows.
package struct PermissionsCheck: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compare needs with the sign-in.",
    discussion: """
      A token does not show everything: consent for single teams, and what an admin role allows. What \
      is listed as missing may still work. What only some calls need besides, as those with --attach, \
      stands apart: without it the command works.
      """)
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("COMMAND", field: "command"),
    Column("AS", field: "as"),
    Column("OK", as: .state, { state(of: $0) }),
    Column("MISSING", { missing(of: $0) }),
    Column("BESIDES", as: .text, { besides(of: $0) }),
    Column("ALSO AS", field: "others"),
  ]
  package static let operands = [Operand(\Self.command)]
  package static let examples = [
    Example("Check every command", "permissions check"),
    Example("Check one command", "permissions check channel create"),
    Example("Check all commands of a noun", "permissions check member"),
    Example("List what cannot be run", "permissions check --jq 'select(.ok | not) | .command'"),
  ]

  @Argument(help: ArgumentHelp("One command; all if left out.", valueName: "command"))
  var command: [Word] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let held = try await session.identities()
    let entries = try session.workspace.catalog.entries(named: command.map(\.text))
    let reviews = PermissionReview.all(of: entries, by: held, as: session.call.identity)
    return .list(
      reviews.map { review in
        Note(
          [
            "command": .string(review.command), "as": .string(review.kind.rawValue),
            "held": .bool(review.isHeld), "ok": .bool(review.isCovered),
            "missing": Self.names(review.missing),
            "always": .array(review.always.map(Self.document)),
            "besides": .array(review.occasional.map(Self.document)),
            "others": .array(review.others.map { .string($0.rawValue) }),
          ], reference: review.command)
      })
  }

  /// Whether it can be run; `partly` where it works in another kind of place.
  private static func state(of note: Note) -> String {
    if note.document["ok"]?.bool == true { return "yes" }
    guard note.document["held"]?.bool == true else { return "no" }
    let parts = note.document["always"]?.array ?? []
    return parts.contains { $0["ok"]?.bool == true } ? "partly" : "no"
  }

  /// What is missing, or that nobody of the kind is signed in.
  private static func missing(of note: Note) -> String {
    guard note.document["held"]?.bool != false else {
      return note.document["as"]?.string == "app" ? "no app is signed in" : "nobody is signed in"
    }
    return (note.document["always"]?.array ?? []).compactMap { part in
      guard let missing = names(missingOf: part), !missing.isEmpty else { return nil }
      return [missing, part["when"]?.string].compactMap(\.self).joined(separator: " ")
    }
    .joined(separator: ", ")
  }

  /// What only some calls need, and whether it is there.
  private static func besides(of note: Note) -> String {
    guard note.document["held"]?.bool != false else { return "" }
    return (note.document["besides"]?.array ?? []).map { part in
      let missing = names(missingOf: part).map { $0.isEmpty ? "ok" : $0 } ?? "not possible"
      return "\(part["when"]?.string ?? ""): \(missing)"
    }
    .joined(separator: "; ")
  }

  private static func names(missingOf part: JSON) -> String? {
    part["missing"]?.array?.compactMap(\.string).joined(separator: ", ")
  }

  /// A need, when it is one, and what is missing of it; `null` where it cannot be met.
  private static func document(_ part: PermissionReview.Part) -> JSON {
    [
      "when": .optional(part.need.condition),
      "ok": .bool(part.missing?.isEmpty == true),
      "missing": part.missing.map(names) ?? .null,
    ]
  }

  private static func names(_ names: [String]) -> JSON { .array(names.map { .string($0) }) }
}
