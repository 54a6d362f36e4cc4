import HTTPTypes

extension RateTable {
  /// What Microsoft says beside the table for Teams, whatever the row.
  enum Beside {
    /// Requests of one app to one team.
    static let team = RateLimit(4, per: .seconds(1))
    /// Requests of one app to one channel or chat.
    static let conversation = RateLimit(1, per: .seconds(1))
    /// Messages that one person posts in one channel or chat.
    static let posts = RateLimit(1, per: .seconds(1))
    /// How often one person lists chats or looks at one.
    static let chats = RateLimit(5, per: .seconds(1))
  }

  /// Presence of one app in one tenant.
  ///
  /// Source: <https://learn.microsoft.com/graph/throttling-limits#cloud-communication-service-limits>
  static let presence = RateLimit(1500, per: .seconds(30))

  /// The directory's limits, which count what a request costs.
  ///
  /// Source: <https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits>
  enum Directory {
    /// Units of one app in one tenant, by the number of its people.
    static func units(people: Int) -> RateLimit {
      switch people {
      case ..<50: RateLimit(3500, per: .seconds(10))
      case ...500: RateLimit(5000, per: .seconds(10))
      default: RateLimit(8000, per: .seconds(10))
      }
    }

    static let writes = RateLimit(3000, per: .seconds(150))

    /// What a request costs before its query options count; everything else costs 1.
    private static let costs = [
      ("GET", "/groups/{}/transitiveMembers/**", 5), ("GET", "/groups/{}/members/**", 3),
      ("GET", "/users/{}/memberOf/**", 2), ("GET", "/me/memberOf/**", 2),
      ("GET", "/applications/**", 2), ("GET", "/subscribedSkus/**", 3),
      ("GET", "/oauth2PermissionGrants/**", 2), ("POST", "/directoryObjects/getByIds", 3),
      ("GET", "/users/**", 2), ("GET", "/me", 2),
    ].compactMap { method, text, cost in PathTemplate(text).map { (method, $0, cost) } }

    static func cost(
      _ method: HTTPRequest.Method, _ path: RequestPath, _ query: QueryOptions
    ) -> Int {
      let base = costs.first { $0.0 == method.rawValue && $0.1.matches(path) }?.2 ?? 1
      let options = (query.expand.isEmpty ? 0 : 1) - (query.select == nil ? 0 : 1)
      return max(1, base + options - (query.top.map { $0 < 20 } == true ? 1 : 0))
    }
  }
}
