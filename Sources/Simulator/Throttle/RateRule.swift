import HTTPTypes

/// One row of Microsoft's table of limits for Teams.
struct RateRule: Sendable {
  /// What the row allows on one channel, chat or team.
  enum PlaceLimit: String, Sendable {
    case onePerSecond = "1rps"
    case fourPerMinute = "4rpm"

    var limit: RateLimit {
      switch self {
      case .onePerSecond: RateLimit(1, per: .seconds(1))
      case .fourPerMinute: RateLimit(4, per: .seconds(60))
      }
    }
  }

  /// The row's first column, as the table spells it.
  let name: String
  /// Requests a second of one app in one tenant.
  let perTenant: Int
  /// Requests a second of one app in all tenants; one tenant never gets there.
  let everywhere: Int
  let perPlace: PlaceLimit?
  private let requests: [(methods: Set<HTTPRequest.Method>, path: PathTemplate)]

  /// Makes a row for requests that are written as `GET /teams/{}` or `POST|PUT /a/**`.
  init(
    _ name: String, _ perTenant: Int, _ everywhere: Int, _ perPlace: PlaceLimit? = nil,
    _ requests: String...
  ) {
    self.name = name
    self.perTenant = perTenant
    self.everywhere = everywhere
    self.perPlace = perPlace
    self.requests = requests.compactMap { request in
      let words = request.split(separator: " ")
      guard words.count == 2, let path = PathTemplate(String(words[1])) else { return nil }
      let methods = words[0].split(separator: "|").compactMap {
        HTTPRequest.Method(rawValue: String($0))
      }
      return (Set(methods), path)
    }
  }

  func covers(_ method: HTTPRequest.Method, _ path: RequestPath) -> Bool {
    requests.contains { $0.methods.contains(method) && $0.path.matches(path) }
  }
}

/// So many requests, or units of cost, in each stretch of time.
struct RateLimit: Sendable, Hashable {
  let count: Int
  let window: Duration

  init(_ count: Int, per window: Duration) {
    self.count = count
    self.window = window
  }
}
