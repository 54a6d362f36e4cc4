import GRDB
import HTTPTypes

/// A search for messages, in the query language of Microsoft Search.
struct MessageSearch: Sendable {
  private(set) var words: [String] = []
  private var condition = "deletedAt IS NULL AND kind = 'message'"
  private var arguments: [DatabaseValue] = []

  /// Reads words, `"phrases"` and properties such as `from:adele` and `sent>=2026-01-01`.
  init(_ text: String, for person: String) throws(GraphFailure) {
    for term in Self.terms(of: text) {
      let parts = term.split(separator: ":", maxSplits: 1).map(String.init)
      if let (sign, time) = Self.time(in: term) {
        add("id \(sign) ?", time.milliseconds.databaseValue)
      } else if parts.count == 2 {
        try add(property: parts[0].lowercased(), parts[1], person)
      } else if !["AND", "OR"].contains(term) {
        words.append(term)
        add("instr(lower(content), ?) > 0", term.lowercased().databaseValue)
      }
    }
  }

  private mutating func add(_ sql: String, _ value: DatabaseValue) {
    condition += " AND \(sql)"
    arguments.append(value)
  }

  private mutating func add(
    property name: String, _ value: String, _ person: String
  ) throws(GraphFailure) {
    switch name {
    case "from": add("instr(lower(author), ?) > 0", value.lowercased().databaseValue)
    case "mentions":
      add("instr(replace(mentions, '-', ''), ?) > 0", value.lowercased().databaseValue)
    case "ismentioned": add("instr(mentions, ?) > 0", person.databaseValue)
    case "hasattachment":
      add("(attachments <> '[]') = ?", (value.lowercased() == "true").databaseValue)
    case "subject": add("instr(lower(subject), ?) > 0", value.lowercased().databaseValue)
    default:
      // Graph itself fails on the properties that it does not know, `IsRead` among them.
      throw GraphFailure(
        status: .internalServerError, code: "InternalServerError",
        message: "An unexpected error occurred while searching by '\(name)'.")
    }
  }

  /// `sent>=2026-01-01` as a comparison of ids, which are times.
  private static func time(in term: String) -> (sign: String, Instant)? {
    guard term.lowercased().hasPrefix("sent") else { return nil }
    let rest = term.dropFirst(4)
    for sign in [">=", "<=", ">", "<"] where rest.hasPrefix(sign) {
      let text = String(rest.dropFirst(sign.count))
      return (Instant(text: text) ?? Instant(text: text + "T00:00:00Z")).map { (sign, $0) }
    }
    return nil
  }

  private static func terms(of text: String) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap {
      index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }.filter { !$0.isEmpty }
  }

  /// The newest matches among what a person may read, and how many there are.
  func run(
    _ db: Database, for person: String, from offset: Int, size: Int
  ) throws -> (rows: [Row], total: Int) {
    let places = """
      place IN (SELECT place FROM members WHERE person = ? UNION ALL
        SELECT channels.id FROM channels JOIN members ON members.place = channels.team
        WHERE members.person = ? AND membershipType = 'standard' AND deletedAt IS NULL)
      """
    let values = StatementArguments([person, person]) + StatementArguments(arguments)
    let total = try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM messages WHERE \(places) AND \(condition)",
      arguments: values)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT messages.*, (SELECT team FROM channels WHERE channels.id = place) AS team
        FROM messages WHERE \(places) AND \(condition) ORDER BY id DESC LIMIT ? OFFSET ?
        """,
      arguments: values + [size, offset])
    return (rows, total ?? 0)
  }
}
