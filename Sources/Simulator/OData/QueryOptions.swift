/// The query options of one request, read and held against the route's rules.
struct QueryOptions: Sendable {
  /// One term of `$orderby`.
  struct Order: Sendable {
    let property: String
    let isDescending: Bool
  }

  var top: Int?
  var select: [String]?
  var filter: FilterExpression?
  /// The clauses of `$search` without their quotes: all of one of the lists must match.
  var search: [[String]] = []
  var order: [Order] = []
  var wantsCount = false
  var expand: Set<String> = []
  /// Where a page starts: the order values of the last row before it.
  var cursor: PageCursor?
  /// Where a feed of changes goes on, or `latest`.
  var deltaToken: String?
  /// Options of the route's own, by their lower-case names: they begin with no `$`.
  var others: [String: String] = [:]
  /// The options as they were sent, for the next link.
  var sent: [(name: String, value: String)] = []
}

extension QueryOptions {
  /// Reads the percent-encoded query of a request, without its question mark.
  init(_ raw: Substring, rules: QueryRules, workload: Workload) throws(GraphFailure) {
    self.init()
    for part in raw.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.decoded(pair[0])
      let value = pair.count > 1 ? Self.decoded(pair[1]) : ""
      let key = name.lowercased()
      let bare = key.hasPrefix("$") ? String(key.dropFirst()) : key
      guard let option = QueryRules.Option(rawValue: bare) else {
        guard key.hasPrefix("$") else {
          others[key] = value
          continue
        }
        throw .badRequest("The query parameter '\(name)' is not supported.")
      }
      guard rules.options.contains(option) else {
        throw Self.refusal(of: option, rules: rules, workload: workload)
      }
      try read(option, value, rules: rules, workload: workload)
      sent.append((name: "$" + bare, value: value))
    }
  }

  private static func refusal(
    of option: QueryRules.Option, rules: QueryRules, workload: Workload
  ) -> GraphFailure {
    if workload == .directory, option == .skip {
      return .badRequest("'$skip' is not supported by the service.", code: "Request_BadRequest")
    }
    switch rules.refusal {
    case .attribute: return .badRequest("Parameter '\(option.title)' not supported")
    case .policy:
      return .badRequest(
        "The query specified in the URI is not valid. Query option '\(option.title)' is not "
          + "allowed. To allow it, set the 'AllowedQueryOptions' property on "
          + "EnableQueryAttribute or QueryValidationSettings.")
    }
  }

  private mutating func read(
    _ option: QueryRules.Option, _ value: String, rules: QueryRules, workload: Workload
  ) throws(GraphFailure) {
    switch option {
    case .top: top = try Self.top(value, rules: rules, workload: workload)
    case .select:
      select = value.split(separator: ",").map { $0.trimmingSpaces }
    case .filter: filter = try FilterParser.parse(value)
    case .search: search = try Self.search(value)
    case .orderby: order = try Self.order(value)
    case .count:
      switch value.lowercased() {
      case "true": wantsCount = true
      case "false", "": wantsCount = false
      default: throw .badRequest("Invalid value '\(value)' for $count query option found.")
      }
    case .expand: expand = try Self.expand(value, rules: rules)
    case .skiptoken:
      guard let cursor = PageCursor(token: value) else {
        throw .badRequest(
          "Skip token is invalid or has expired.",
          code: workload == .directory ? "Directory_ExpiredPageToken" : "BadRequest")
      }
      self.cursor = cursor
    case .deltatoken: deltaToken = value
    case .skip: break
    }
  }

  private static func top(
    _ value: String, rules: QueryRules, workload: Workload
  ) throws(GraphFailure) -> Int {
    guard let number = Int(value), number >= 0 else {
      throw .badRequest(
        "The query specified in the URI is not valid. Invalid value '\(value)' for $top query "
          + "option found. The $top query option requires a non-negative integer value.")
    }
    let most = rules.page?.most ?? .max
    switch workload {
    case .directory where number < 1 || number > most:
      throw .badRequest(
        "Invalid page size specified: '\(number)'. Must be between 1 and \(most) inclusive.",
        code: "Request_BadRequest")
    case .teams where number > most:
      throw .badRequest(
        "The query specified in the URI is not valid. The limit of '\(most)' for Top query has "
          + "been exceeded. The value from the incoming request is '\(number)'.")
    default: return number
    }
  }

  /// Reads `"displayName:wa" AND "mail:wa" OR "displayName:to"`; AND binds closer.
  private static func search(_ value: String) throws(GraphFailure) -> [[String]] {
    let parts = value.split(separator: "\"", omittingEmptySubsequences: false)
    let failure = GraphFailure.badRequest(
      "Syntax error: character ':' is not valid at position 0 in '\(value)'.",
      code: "Request_BadRequest")
    guard parts.count >= 3, parts.count % 2 == 1, parts.first?.trimmingSpaces.isEmpty == true,
      parts.last?.trimmingSpaces.isEmpty == true
    else { throw failure }
    var alternatives: [[String]] = [[]]
    for (index, part) in parts.dropFirst().dropLast().enumerated() {
      if index % 2 == 0 {
        alternatives[alternatives.count - 1].append(String(part))
        continue
      }
      switch part.trimmingSpaces {
      case "AND": break
      case "OR": alternatives.append([])
      default: throw failure
      }
    }
    return alternatives
  }

  private static func order(_ value: String) throws(GraphFailure) -> [Order] {
    var terms: [Order] = []
    for part in value.split(separator: ",") {
      let words = part.split(separator: " ")
      guard let property = words.first, words.count <= 2 else {
        throw .badRequest("Syntax error at position 0 in '\(value)'.")
      }
      let direction = words.count == 2 ? words[1].lowercased() : "asc"
      guard direction == "asc" || direction == "desc" else {
        throw .badRequest("Syntax error at position \(property.count + 1) in '\(value)'.")
      }
      terms.append(Order(property: String(property), isDescending: direction == "desc"))
    }
    return terms
  }

  private static func expand(
    _ value: String, rules: QueryRules
  ) throws(GraphFailure) -> Set<String> {
    var names: Set<String> = []
    for part in value.split(separator: ",") {
      let name = part.prefix { $0 != "(" }.trimmingSpaces
      guard rules.expandable.contains(name) else {
        throw .badRequest(
          "Expand is not allowed for property '\(name)' according to the entity schema.",
          code: "ExpandNotSupported")
      }
      names.insert(name)
    }
    return names
  }

  private static func decoded(_ text: Substring) -> String {
    RequestPath.decoded(text.replacing("+", with: " "))
  }
}

extension StringProtocol {
  var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
