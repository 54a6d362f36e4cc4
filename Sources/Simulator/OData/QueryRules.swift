/// Which query options a route takes, how its collection is cut into pages, and how it refuses.
struct QueryRules: Sendable {
  /// A system query option of OData.
  enum Option: String, Sendable, CaseIterable {
    case top, select, filter, search, orderby, count, expand, skip, skiptoken, deltatoken

    /// The name as it stands in refusals.
    var title: String {
      switch self {
      case .orderby: "OrderBy"
      case .skiptoken: "SkipToken"
      case .deltatoken: "DeltaToken"
      default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
      }
    }
  }

  /// The layer that refuses an option, which decides the wording.
  enum Refusal: Sendable {
    case policy
    case attribute
  }

  /// The sizes of a page: when the client names none, and at most.
  struct PageSize: Sendable {
    let standard: Int
    let most: Int
  }

  var options: Set<Option> = []
  var page: PageSize?
  var refusal = Refusal.policy
  /// The relationships that `$expand` may name.
  var expandable: Set<String> = []

  /// A route without any option.
  static let none = QueryRules()

  /// One object, of which a client may choose the properties.
  static let entity = QueryRules(options: [.select])

  static func directory() -> QueryRules {
    QueryRules(
      options: [.top, .select, .filter, .search, .orderby, .count, .skiptoken],
      page: PageSize(standard: 100, most: 999))
  }

  static func collection(
    _ options: Set<Option>, standard: Int, most: Int, expandable: Set<String> = [],
    refusal: Refusal = .policy
  ) -> QueryRules {
    QueryRules(
      options: options.union([.skiptoken]), page: PageSize(standard: standard, most: most),
      refusal: refusal, expandable: expandable)
  }
}
