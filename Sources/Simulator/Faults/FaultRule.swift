import HTTPTypes

/// Which requests go wrong, and how.
struct FaultRule: Sendable {
  /// The parts of the tenant.
  enum Service: String, Sendable, CaseIterable {
    case graph
    case signIn = "sign-in"
    case storage
    case bot
  }

  /// Which of the requests that match: counted from 1 for each rule.
  enum Choice: Sendable {
    case all
    case numbers(Set<Int>)
    case from(Int)
    case every(Int)
    case probability(Double)
  }

  var service: Service?
  var method: HTTPRequest.Method?
  var path: PathTemplate
  var choice = Choice.all
  var fault: Fault
}

/// The rules with their counters, as a value: which fault strikes the next request.
struct FaultPlan: Sendable {
  private let rules: [FaultRule]
  /// Where the rules stand whose paths have a name in them; the others are looked at every time.
  private let named: [String: [Int]]
  private let nameless: [Int]
  private var counts: [Int]
  private var random: SeedRandom

  init(_ rules: [FaultRule], seed: UInt64) {
    self.rules = rules
    counts = Array(repeating: 0, count: rules.count)
    var (named, nameless): ([String: [Int]], [Int]) = ([:], [])
    for (index, rule) in rules.enumerated() {
      if let key = rule.path.key {
        named[key, default: []].append(index)
      } else {
        nameless.append(index)
      }
    }
    (self.named, self.nameless) = (named, nameless)
    random = SeedRandom(seed: seed)
  }

  /// The fault of the first rule that strikes; every rule that matches counts the request.
  mutating func next(
    _ method: HTTPRequest.Method, _ path: RequestPath, of service: FaultRule.Service,
    isItem: Bool = false
  ) -> Fault? {
    var found: Fault?
    let names = path.foldedNames
    let candidates = Set(names).flatMap { named[$0] ?? [] } + nameless
    for index in candidates.sorted() {
      let rule = rules[index]
      guard rule.service == nil || rule.service == service,
        rule.method == nil || rule.method == method,
        !isItem || rule.fault.action.concernsItems, rule.path.matches(names)
      else { continue }
      counts[index] += 1
      if strikes(rule.choice, number: counts[index]), found == nil { found = rule.fault }
    }
    return found
  }

  private mutating func strikes(_ choice: FaultRule.Choice, number: Int) -> Bool {
    switch choice {
    case .all: true
    case .numbers(let numbers): numbers.contains(number)
    case .from(let first): number >= first
    case .every(let step): number.isMultiple(of: step)
    case .probability(let share): Double.random(in: 0..<1, using: &random) < share
    }
  }
}
