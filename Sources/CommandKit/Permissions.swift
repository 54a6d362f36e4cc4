/// The least Graph permissions that a command's own requests need, spelled as Microsoft spells them.
///
/// A command that works in several kinds of place lists them by place: sending into a channel needs
/// another permission than sending into a chat, and a sign-in that can do one is not warned of the other.
/// The permissions for looking names up are declared by the kinds of target, not here.
package struct Permissions: Sendable, Hashable {
  /// What one kind of place needs.
  package struct Requirement: Sendable, Hashable {
    /// Where it applies; `nil` for everywhere.
    package let place: PlaceKind?
    /// The option with which alone it applies, beside the others.
    package let option: String?
    package let person: [String]
    /// The application permissions; `nil` where Graph has no application-only form.
    package let app: [String]?

    /// Applies to one kind of place only.
    package static func `in`(_ place: PlaceKind, person: [String], app: [String]?) -> Self {
      Self(place: place, option: nil, person: person, app: app)
    }

    /// Applies with one option only, in every kind of place, beside what else is needed there.
    package static func with(_ option: String, person: [String], app: [String]?) -> Self {
      Self(place: nil, option: option, person: person, app: app)
    }
  }

  package let requirements: [Requirement]

  /// The same everywhere.
  package init(person: [String], app: [String]?) {
    requirements = [Requirement(place: nil, option: nil, person: person, app: app)]
  }

  package init(_ requirements: [Requirement]) {
    self.requirements = requirements
  }

  /// For commands that make no request of their own.
  package static let none = Permissions([])

  /// Whether an app alone can run the command anywhere.
  package var allowsApp: Bool { requirements.isEmpty || requirements.contains { $0.app != nil } }

  /// All permissions of a person, for consent and documentation.
  package var person: [String] { Self.unique(requirements.flatMap(\.person)) }

  /// All permissions of an app, for consent and documentation.
  package var app: [String] { Self.unique(requirements.flatMap { $0.app ?? [] }) }

  /// What applies where one stands, with the options that bring needs of their own.
  package func requirement(at place: PlaceKind, options: Set<String> = []) -> Requirement? {
    let general = requirements.filter { $0.option == nil }
    let need = general.first { $0.place == place } ?? general.first { $0.place == nil }
    let further = requirements.filter { $0.option.map(options.contains) ?? false }
    guard let need, !further.isEmpty else { return need }
    return Requirement(
      place: need.place, option: nil,
      person: Self.unique(need.person + further.flatMap(\.person)),
      app: need.app.map { Self.unique($0 + further.flatMap { $0.app ?? [] }) })
  }

  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

/// A permission's name, taken apart: `TeamMember.ReadWrite.All` is resource, operation and constraint.
package struct PermissionName: Sendable, Hashable {
  let resource: Substring
  let operation: Substring
  let constraint: Substring?

  package init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 2)
    guard parts.count >= 2 else { return nil }
    resource = parts[0]
    operation = parts[1]
    constraint = parts.count > 2 ? parts[2] : nil
  }

  /// Whether holding this permission covers another one.
  ///
  /// Microsoft publishes no such order; the names carry one: writing covers reading, reading covers
  /// basic reading, `.All` covers one's own. A warning built on this says what is *probably* missing.
  package func covers(_ other: PermissionName) -> Bool {
    guard resource == other.resource else { return false }
    guard constraint == other.constraint || constraint == "All" else { return false }
    if operation == other.operation { return true }
    let order = ["ReadBasic", "Read", "ReadWrite"]
    guard let mine = order.firstIndex(of: String(operation)),
      let theirs = order.firstIndex(of: String(other.operation))
    else { return false }
    return mine > theirs
  }

  /// The needed names that none of the held ones covers.
  package static func missing(_ needed: [String], from held: [String]) -> [String] {
    let held = held.compactMap(PermissionName.init)
    return needed.filter { name in
      guard let wanted = PermissionName(name) else { return !held.isEmpty }
      return !held.contains { $0.covers(wanted) }
    }
  }
}
