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
    /// The option that it is needed for besides; `nil` for what is always needed.
    package let option: String?
    /// The delegated permissions; `nil` where Graph lets nobody but an app do it.
    package let person: [String]?
    /// The application permissions; `nil` where Graph has no application-only form.
    package let app: [String]?

    /// Applies to one kind of place only.
    package static func `in`(_ place: PlaceKind, person: [String], app: [String]?) -> Self {
      Self(place: place, option: nil, person: person, app: app)
    }

    /// Needed besides by whoever gives an option, as `--attach`.
    package static func with(_ option: String, person: [String], app: [String]?) -> Self {
      Self(place: nil, option: option, person: person, app: app)
    }

    /// What an identity of that kind needs; `nil` where it cannot do it at all.
    package func permissions(of kind: IdentityKind) -> [String]? {
      switch kind {
      case .person: person
      case .app: app
      }
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

  /// The same everywhere, and for nobody but an app.
  package static func onlyApp(_ app: [String]) -> Permissions {
    Permissions([Requirement(place: nil, option: nil, person: nil, app: app)])
  }

  /// For commands that make no request of their own.
  package static let none = Permissions([])

  /// Whether an app alone can run the command anywhere.
  package var allowsApp: Bool { allows(.app) }

  /// Whether an identity of that kind can run the command anywhere.
  package func allows(_ kind: IdentityKind) -> Bool {
    requirements.isEmpty || requirements.contains { $0.permissions(of: kind) != nil }
  }

  /// All permissions of one kind of identity, for consent and documentation.
  package func all(of kind: IdentityKind) -> [String] {
    Self.unique(requirements.flatMap { $0.permissions(of: kind) ?? [] })
  }

  /// All permissions of a person, for consent and documentation.
  package var person: [String] { all(of: .person) }

  /// All permissions of an app, for consent and documentation.
  package var app: [String] { all(of: .app) }

  /// What applies where one stands, with what the options that were given need besides.
  package func requirement(at place: PlaceKind, using options: Set<String> = []) -> Requirement? {
    let always = requirements.filter { $0.option == nil }
    guard
      let need = always.first(where: { $0.place == place })
        ?? always.first(where: { $0.place == nil })
    else { return nil }
    let further = requirements.filter { $0.option.map(options.contains) ?? false }
    return Requirement(
      place: need.place, option: nil,
      person: need.person.map { Self.unique($0 + further.flatMap { $0.person ?? [] }) },
      app: need.app.map { Self.unique($0 + further.flatMap { $0.app ?? [] }) })
  }

  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
