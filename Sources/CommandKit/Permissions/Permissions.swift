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
    /// What it is needed for besides: an option, as `--attach`, or what else not every call does; `nil`
    /// for what is always needed.
    package let occasion: String?
    /// The delegated permissions; `nil` where Graph lets nobody but an app do it.
    package let person: [String]?
    /// The application permissions; `nil` where Graph has no application-only form.
    package let app: [String]?

    /// Applies to one kind of place only.
    package static func `in`(_ place: PlaceKind, person: [String], app: [String]?) -> Self {
      Self(place: place, occasion: nil, person: person, app: app)
    }

    /// Needed besides on an occasion, as by whoever gives `--attach`.
    package static func on(_ occasion: String, person: [String], app: [String]?) -> Self {
      Self(place: nil, occasion: occasion, person: person, app: app)
    }

    /// What an identity of that kind needs; `nil` where it cannot do it at all.
    package func permissions(of kind: IdentityKind) -> [String]? {
      switch kind {
      case .person: person
      case .app: app
      case .bot: nil
      }
    }

    /// When it is needed, as `in a channel` or `with --attach`; `nil` for always.
    package var condition: String? {
      if let occasion { return "\(occasion.hasPrefix("-") ? "with" : "for") \(occasion)" }
      return place.map { $0 == .nowhere ? "nowhere" : "in a \($0.rawValue)" }
    }

    /// Every identity of Graph's can do it.
    fileprivate static let nothing = Self(place: nil, occasion: nil, person: [], app: [])

    /// Both together; who cannot do one of them cannot do them at all.
    fileprivate func adding(_ other: Requirement) -> Requirement {
      let both = { (mine: [String]?, others: [String]?) -> [String]? in
        guard let mine, let others else { return nil }
        return Permissions.unique(mine + others)
      }
      return Requirement(
        place: place, occasion: occasion, person: both(person, other.person),
        app: both(app, other.app))
    }
  }

  package let requirements: [Requirement]

  /// The same everywhere.
  package init(person: [String], app: [String]?) {
    requirements = [Requirement(place: nil, occasion: nil, person: person, app: app)]
  }

  package init(_ requirements: [Requirement]) {
    self.requirements = requirements
  }

  /// The same everywhere, and for nobody but an app.
  package static func onlyApp(_ app: [String]) -> Permissions {
    Permissions([Requirement(place: nil, occasion: nil, person: nil, app: app)])
  }

  /// For commands that make no request of their own.
  package static let none = Permissions([])

  /// Whether an app alone can run the command anywhere.
  package var allowsApp: Bool { allows(.app) }

  /// Whether an identity of that kind can run the command anywhere.
  package func allows(_ kind: IdentityKind) -> Bool {
    (always.isEmpty && kind != .bot) || always.contains { $0.permissions(of: kind) != nil }
  }

  /// What every call needs, by the kind of place where that differs.
  package var always: [Requirement] { requirements.filter { $0.occasion == nil } }

  /// What only some calls need besides.
  package var occasional: [Requirement] { requirements.filter { $0.occasion != nil } }

  /// What one kind of identity needs for every call, wherever it works.
  package func always(of kind: IdentityKind) -> [String] {
    Self.unique(always.flatMap { $0.permissions(of: kind) ?? [] })
  }

  /// All permissions of one kind of identity, for consent and documentation.
  package func all(of kind: IdentityKind) -> [String] {
    Self.unique(requirements.flatMap { $0.permissions(of: kind) ?? [] })
  }

  /// All permissions of a person, for consent and documentation.
  package var person: [String] { all(of: .person) }

  /// All permissions of an app, for consent and documentation.
  package var app: [String] { all(of: .app) }

  /// What applies where one stands, with what the occasions need besides that are met.
  package func requirement(at place: PlaceKind, on occasions: Set<String> = []) -> Requirement? {
    let need =
      always.first { $0.place == place } ?? always.first { $0.place == nil }
      ?? (always.isEmpty && !requirements.isEmpty ? .nothing : nil)
    return need.map { need in
      occasional.filter { $0.occasion.map(occasions.contains) ?? false }
        .reduce(need) { $0.adding($1) }
    }
  }

  /// The names, each once, as they first came.
  package static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
