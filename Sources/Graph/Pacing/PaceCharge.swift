/// What one request takes from one of the buckets that it belongs to.
struct PaceCharge: Sendable, Hashable {
  /// Which bucket: a limit, and whose it is.
  struct Scope: Sendable, Hashable {
    /// The limit's name.
    let limit: String
    /// A team, channel or chat; empty for all that an app does in a tenant.
    let resource: String
  }

  let scope: Scope
  let rate: Rate
  var cost = 1

  private init(_ limit: String, of resource: String = "", rate: Rate, cost: Int = 1) {
    scope = Scope(limit: limit, resource: resource)
    self.rate = rate
    self.cost = cost
  }
}

extension PaceCharge {
  /// What a request takes, from the widest bucket to the narrowest.
  static func charges(for request: PacedRequest) -> [PaceCharge] {
    if let line = PublishedLimit.services.first(where: { $0.covers(request) }) {
      return [PaceCharge(line.name, rate: line.perApp)]
    }
    if let line = PublishedLimit.teams.first(where: { $0.covers(request) }) {
      return charges(for: request, by: line)
    }
    return directoryCharges(for: request)
  }

  /// What requests that travel together take.
  static func charges(for requests: [PacedRequest]) -> [PaceCharge] {
    guard requests.count > 1 else { return requests.first.map(charges(for:)) ?? [] }
    var order: [Scope] = []
    var sums: [Scope: PaceCharge] = [:]
    for charge in requests.flatMap(charges(for:)) {
      if sums[charge.scope] == nil { order.append(charge.scope) }
      sums[charge.scope, default: charge.free].cost += charge.cost
    }
    return order.compactMap { sums[$0] }
  }

  private var free: PaceCharge {
    var charge = self
    charge.cost = 0
    return charge
  }

  private static func charges(
    for request: PacedRequest, by line: PublishedLimit
  ) -> [PaceCharge] {
    typealias Teams = PublishedLimit.Teams
    let (team, conversation) = (request.team, request.conversation)
    var charges = [PaceCharge(line.name, rate: line.perApp)]
    if request.looksAtChats {
      charges.append(PaceCharge("chats of a person", rate: Teams.chatsPerPerson))
    }
    if let team { charges.append(PaceCharge("team", of: team, rate: Teams.perTeam)) }
    if let rate = line.perResource, let own = conversation ?? (line.isRest ? nil : team) {
      charges.append(PaceCharge(line.name, of: own, rate: rate))
    }
    if request.posts, let conversation {
      charges.append(
        PaceCharge("posts of a person", of: conversation, rate: Teams.postsPerPerson))
    }
    if let conversation {
      charges.append(
        PaceCharge("channel or chat", of: conversation, rate: Teams.perConversation))
    }
    return charges
  }

  private static func directoryCharges(for request: PacedRequest) -> [PaceCharge] {
    typealias Directory = PublishedLimit.Directory
    let kind = Directory.costs.first {
      $0.methods.contains(request.method) && $0.pattern.fits(request.segments)
    }
    guard let kind else { return [] }
    let cost = max(1, kind.units + request.surcharge)
    let units = PaceCharge("directory units", rate: Directory.units, cost: cost)
    return request.writes
      ? [units, PaceCharge("directory writes", rate: Directory.writes)] : [units]
  }
}
