import GRDB

/// All groups with their members, as a feed.
///
/// A group with more members than fit on a page comes again on the next one, with further members.
enum GroupFeed {
  static let source = DeltaSource(
    feed: "groups", shape: "groups",
    walk: { db, place, size, options in
      var place = place.count == 2 ? place : [0, 0]
      var values: [Document] = []
      var room = membersOnPage
      while values.count < size, room > 0 {
        // A place within a group's members stays at the group; otherwise the next one is read.
        let comparison = place[1] > 0 ? ">=" : ">"
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT * FROM teams WHERE \(GroupRoutes.listing.condition) AND seq \(comparison) ?
            ORDER BY seq LIMIT 1
            """,
          arguments: [place[0]])
        guard let row else { return (values, nil) }
        guard names(options, "members") else {
          values.append(document(row, options))
          place = [row["seq"], 0]
          continue
        }
        let members = try Row.fetchAll(
          db,
          sql: "SELECT seq, person FROM members WHERE place = ? AND seq > ? ORDER BY seq LIMIT ?",
          arguments: [row["id"], place[1], room])
        values.append(
          document(row, options).followed(by: [
            "members@delta": .array(members.map { reference($0["person"]) })
          ]))
        let isCut = members.count == room
        place = [row["seq"], isCut ? members.last?["seq"] ?? 0 : 0]
        room -= members.count
      }
      return (values, place)
    },
    changed: { db, entries, options in
      var order: [String] = []
      var parts: [String: [String]] = [:]
      for entry in entries {
        if parts[entry.object] == nil { order.append(entry.object) }
        parts[entry.object, default: []] += entry.part.isEmpty ? [] : [entry.part]
      }
      return try order.compactMap { try changed(db, $0, members: parts[$0] ?? [], options) }
    },
    settled: { db, start, end, options in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM teams WHERE deletedAt IS NULL AND answersAt > createdAt
            AND answersAt > ? AND answersAt <= ? ORDER BY seq
          """,
        arguments: [start.milliseconds, end.milliseconds])
      return try rows.map { row in
        guard names(options, "members") else { return document(row, options) }
        let members = try String.fetchAll(
          db, sql: "SELECT person FROM members WHERE place = ? ORDER BY seq",
          arguments: [row["id"]])
        return document(row, options).followed(by: [
          "members@delta": .array(members.map(reference))
        ])
      }
    })

  private static let membersOnPage = 1000

  private static func changed(
    _ db: Database, _ id: String, members: [String], _ options: DeltaOptions
  ) throws -> Document? {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT *, answersAt > clock() AS isNew FROM teams WHERE id = ? AND deletedAt IS NULL",
      arguments: [id])
    guard let row else { return removed(id) }
    // What does not answer yet is told whole, once it does.
    guard row["isNew"] == false else { return nil }
    guard !members.isEmpty, names(options, "members") else { return document(row, options) }
    let changes = try members.map { person in
      guard try Membership.role(db, of: person, in: id) == nil else { return reference(person) }
      return reference(person).followed(by: ["@removed": ["reason": "deleted"]])
    }
    return document(row, options).followed(by: ["members@delta": .array(changes)])
  }

  /// What stands for a thing that is not there any more.
  static func removed(_ id: String) -> Document {
    ["id": .string(id), "@removed": ["reason": "changed"]]
  }

  private static func reference(_ person: String) -> Document {
    ["@odata.type": "#microsoft.graph.user", "id": .string(person)]
  }

  private static func names(_ options: DeltaOptions, _ property: String) -> Bool {
    options.select?.contains(property) ?? true
  }

  private static func document(_ row: Row, _ options: DeltaOptions) -> Document {
    let whole = GroupRoutes.printed(row)
    guard let select = options.select, let fields = whole.fields else { return whole }
    return .object(
      Document.Fields(fields.entries.filter { $0.name == "id" || select.contains($0.name) }))
  }
}
