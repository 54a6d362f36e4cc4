import GRDB

extension Company {
  /// A channel that was made, with those who may write in it.
  struct Room {
    let channel: String
    let team: String
    let people: [Person]
  }

  /// The most people that a team for everybody gets.
  private static let largestTeam = 5000

  /// Makes the teams with their channels and members, and a few groups without a team.
  mutating func formTeams(_ db: Database) throws -> [Room] {
    var rooms: [Room] = []
    for number in 0..<max(0, configuration.teams) {
      rooms += try form(db, plan(number))
    }
    for name in ["Library Assist", "Golf Discussion", "Payroll Mail"] {
      _ = try insertGroup(db, TeamPlan(name: name), isTeam: false)
    }
    return rooms
  }

  private mutating func plan(_ number: Int) -> TeamPlan {
    guard number >= TeamPlan.fixed.count else { return TeamPlan.fixed[number] }
    let city = random.pick(Cast.cities).0
    let round = number / (TeamPlan.subjects.count * Cast.cities.count)
    let name = "\(random.pick(TeamPlan.subjects)) \(city)" + (round > 0 ? " \(number)" : "")
    var plan = TeamPlan(name: name, isPublic: random.below(2) == 0, size: 4 + random.below(30))
    plan.hasAdministrator = random.below(3) > 0
    var names = TeamPlan.channelNames
    for _ in 0..<random.below(4) {
      let kind: Channel.Kind = random.below(8) == 0 ? .private : .standard
      plan.channels.append(
        TeamPlan.ChannelPlan(name: names.remove(at: random.below(names.count)), kind: kind))
    }
    return plan
  }

  private mutating func insertGroup(_ db: Database, _ plan: TeamPlan, isTeam: Bool) throws -> String
  {
    let id = random.guid()
    let letters = plan.name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let nickname = letters.isEmpty ? "team\(id.prefix(8))" : letters
    try db.cachedStatement(
      sql: """
        INSERT INTO teams (id, displayName, displayNameKey, description, mailNickname, visibility,
          isTeam, isArchived, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, plan.name, plan.name.lowercased(), plan.description, nickname,
      plan.isPublic ? "Public" : "Private", isTeam, plan.isArchived,
      Self.today.advanced(seconds: -86_400 * (30 + random.below(900))).milliseconds,
    ])
    return id
  }

  private mutating func form(_ db: Database, _ plan: TeamPlan) throws -> [Room] {
    let team = try insertGroup(db, plan, isTeam: true)
    let members = crew(of: plan)
    for (index, person) in members.enumerated() {
      let isOwner = plan.hasOwners && index < 2 && !person.isGuest
      let role: Membership.Role = person.isGuest ? .guest : isOwner ? .owner : .member
      try Membership.add(db, person.id, to: team, as: role)
    }
    for app in plan.apps { try TeamsApp.install(db, named: app, in: team) }
    var rooms: [Room] = []
    let general = TeamPlan.ChannelPlan(name: "General")
    for (index, channel) in ([general] + plan.channels).enumerated() {
      let id = "19:\(random.hex(32))@thread.tacv2"
      try Channel.insert(
        db, id: id, team: team, name: channel.name,
        description: index == 0 ? plan.description : nil, kind: channel.kind,
        isGeneral: index == 0,
        createdAt: Self.today.advanced(seconds: -86_400 * (5 + random.below(300))))
      let insiders = channel.kind == .standard ? members : Array(members.prefix(4))
      if channel.kind != .standard {
        for (index, person) in insiders.enumerated() {
          let role: Membership.Role = person.isGuest ? .guest : index == 0 ? .owner : .member
          try Membership.add(db, person.id, to: id, as: role)
        }
      }
      rooms.append(Room(channel: id, team: team, people: insiders))
    }
    return rooms
  }

  /// The people of a team: the administrator first where there is one, then whoever is drawn.
  private mutating func crew(of plan: TeamPlan) -> [Person] {
    guard plan.size > 0 else { return Array(people.prefix(Self.largestTeam)) }
    var chosen = Set<Int>()
    var crew: [Person] = []
    if plan.hasAdministrator {
      for index in 0..<min(3, people.count) where index == 0 || random.below(2) == 0 {
        chosen.insert(index)
        crew.append(people[index])
      }
    }
    for _ in 0..<plan.size * 2 where crew.count < plan.size {
      let index = random.below(people.count)
      guard index > 0, chosen.insert(index).inserted else { continue }
      if crew.isEmpty && people[index].isGuest { continue }
      crew.append(people[index])
    }
    return crew
  }
}
