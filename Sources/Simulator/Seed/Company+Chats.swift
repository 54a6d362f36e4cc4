import GRDB

extension Company {
  private static let topics = [
    "Project X", "Lunch group 🍜", "Office move", "Q4 planning", "出張の相談", "Falcon survivors",
  ]

  /// Makes chats of all kinds: the administrator's, and some between others.
  mutating func chat(_ db: Database) throws {
    guard people.count > 1 else { return }
    for partner in people.dropFirst().prefix(40) where partner.isEnabled {
      try talkPrivately(db, people[0], partner, count: partner.id == people[1].id ? 30 : 2)
    }
    for topic in Self.topics { try gather(db, topic: topic, kind: .group, withFirst: true) }
    for _ in 0..<8 { try gather(db, topic: nil, kind: .group, withFirst: true) }
    for topic in ["Weekly IT sync", "Change advisory board", "1:1 Patti / Megan"] {
      let (thread, guests) = try gather(db, topic: topic, kind: .meeting, withFirst: true)
      try hold(db, thread, topic, guests)
    }
    for _ in 0..<min(200, people.count / 10) {
      let first = random.pick(people), second = random.pick(people)
      if first.id != second.id, people[0].id != first.id, people[0].id != second.id {
        try talkPrivately(db, first, second, count: 2)
      }
      if random.below(4) == 0 { try gather(db, topic: nil, kind: .group, withFirst: false) }
    }
  }

  private mutating func talkPrivately(
    _ db: Database, _ first: Person, _ second: Person, count: Int
  ) throws {
    let id = Chat.id(between: first.id, and: second.id)
    let isKnown = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM chats WHERE id = ?)", arguments: [id])
    guard isKnown == false else { return }
    try open(db, id: id, topic: nil, kind: .oneOnOne, people: [first, second], count: count)
  }

  @discardableResult
  private mutating func gather(
    _ db: Database, topic: String?, kind: Chat.Kind, withFirst: Bool
  ) throws -> (id: String, people: [Person]) {
    var chosen = withFirst ? [people[0]] : []
    for _ in 0..<2 + random.below(6) {
      let person = random.pick(people)
      if !chosen.contains(where: { $0.id == person.id }) { chosen.append(person) }
    }
    let id =
      kind == .meeting
      ? "19:meeting_\(random.hex(48))@thread.v2" : "19:\(random.hex(32))@thread.v2"
    try open(db, id: id, topic: topic, kind: kind, people: chosen, count: 3 + random.below(10))
    if topic == Self.topics[0] {
      try db.execute(
        sql: "INSERT INTO pins (chat, message) SELECT place, MAX(id) FROM messages WHERE place = ?",
        arguments: [id])
    }
    return (id, chosen)
  }

  /// The meeting of a chat, which was held in each of the last weeks; nothing in it is left to chance.
  private func hold(
    _ db: Database, _ thread: String, _ subject: String, _ people: [Person]
  ) throws {
    let organizer = people[0].id
    let week = 7 * 86_400
    let start = Self.today.advanced(seconds: week)
    let number = thread.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) % 100_000_000_000 }
    let meeting = try OnlineMeeting.insert(
      db, thread: thread, subject: subject, organizer: organizer, tenantID: profile.id,
      from: start, until: start.advanced(seconds: 1800),
      at: Self.today.advanced(seconds: -5 * week),
      number: 100_000_000_000 + number)
    for weeksAgo in 1...3 {
      try Attendance.add(
        db, to: meeting, people: people.map(\.id),
        from: Self.today.advanced(seconds: -weeksAgo * week), seconds: 1800)
    }
  }

  private mutating func open(
    _ db: Database, id: String, topic: String?, kind: Chat.Kind, people: [Person], count: Int
  ) throws {
    let created = Self.today.advanced(seconds: -86_400 * (10 + random.below(400)))
    try Chat(
      id: id, topic: topic, kind: kind, createdAt: created,
      organizer: kind == .meeting ? people.first?.id : nil
    ).insert(db)
    for person in people {
      try Membership.add(db, person.id, to: id, as: person.isGuest ? .guest : .owner)
    }
    try converse(db, in: id, .chat, people: people, count: count)
  }
}
