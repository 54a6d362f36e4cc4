import CommandKit

/// `Documentation/Permissions.md`: what each command needs, by place.
struct PermissionsPage {
  private let reference: Reference

  init(_ reference: Reference) {
    self.reference = reference
  }

  var text: String {
    let rows = reference.commands.flatMap { command in
      command.entry.type.permissions.requirements.map { row(command.name, $0) }
    }
    let free = reference.commands.filter { $0.entry.type.permissions.requirements.isEmpty }
    return [
      "# Permissions", Markdown.notice,
      """
      The least Microsoft Graph permissions that each command's own requests need: delegated ones for \
      a person, application ones for an app. Looking up a name by display name may need a reading \
      permission besides. `permissions check` compares the list with the sign-in.
      """,
      Markdown.table(["Command", "Place", "Person", "App"], rows),
      "## Looking up names",
      Markdown.table(["Target", "Place", "Person", "App"], lookups),
      "## No permission of their own",
      Markdown.code(free.map(\.name)) + ".",
    ].compactMap { $0 }.joined(separator: "\n\n") + "\n"
  }

  private var lookups: [[String]] {
    let targets: [(String, Permissions)] = [
      ("a team", TeamReference.permissions), ("a channel", ChannelReference.permissions),
      ("a chat", ChatReference.permissions), ("a person", PersonReference.permissions),
      ("a member", MemberReference.permissions), ("a meeting", MeetingReference.permissions),
    ]
    return targets.flatMap { name, permissions in
      permissions.requirements.map { row(name, $0, isCode: false) }
    }
  }

  private static func occasion(_ occasion: String) -> String {
    occasion.hasPrefix("-") ? "with `\(occasion)`" : "for \(occasion)"
  }

  private func row(
    _ name: String, _ requirement: Permissions.Requirement, isCode: Bool = true
  ) -> [String] {
    [
      isCode ? "`\(name)`" : name,
      requirement.occasion.map(Self.occasion) ?? requirement.place?.rawValue ?? "anywhere",
      requirement.person.map(Markdown.code) ?? "not possible",
      requirement.app.map(Markdown.code) ?? "not possible",
    ]
  }
}
