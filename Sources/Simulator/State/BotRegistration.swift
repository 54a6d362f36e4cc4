import GRDB

/// The bot that is registered in the company's directory: an app of its own, with an app for Teams.
///
/// Its ids and its secret follow from the tenant's id, so that every tenant has one.
struct BotRegistration: Sendable, Equatable {
  let id: String
  let secret: String
  let name = "Contoso Bot"
  /// The object id of its account.
  let servicePrincipalID: String
  /// The id of its app in the catalogue.
  let catalogueID: String

  init(tenantID: String) {
    let seed = tenantID.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    var random = SeedRandom(seed: seed)
    id = random.guid()
    secret = "bot~" + random.hex(32)
    servicePrincipalID = random.guid()
    catalogueID = random.guid()
  }

  /// How the connector names the bot among those that take part in a conversation.
  var accountID: String { "28:\(id)" }

  /// The bot as the sender of a message.
  var author: Document {
    [
      "application": [
        "@odata.type": "#microsoft.graph.teamworkApplicationIdentity", "id": .string(id),
        "displayName": .string(name), "applicationIdentityType": "bot",
      ], "device": nil, "user": nil,
    ]
  }

  /// The bot as connector and activities name it.
  var account: Document { ["id": .string(accountID), "name": .string(name)] }
}

extension TenantProfile {
  var bot: BotRegistration { BotRegistration(tenantID: id) }

  /// The name and the account of the app with this id.
  func app(_ client: String) -> (name: String, servicePrincipalID: String) {
    let bot = bot
    return client == bot.id
      ? (bot.name, bot.servicePrincipalID) : (appName, servicePrincipalID)
  }
}

/// What can change of the bot's registration.
struct BotSettings: Sendable, Equatable {
  /// The address to which what happens in Teams is sent.
  var endpoint: String?
  /// Whether the bot signs in at its own tenant instead of that of the Bot Framework.
  var isSingleTenant: Bool

  static let schema = """
    CREATE TABLE bots (
      id TEXT PRIMARY KEY, endpoint TEXT, isSingleTenant INTEGER NOT NULL) WITHOUT ROWID;
    """

  static func read(_ db: Database, of bot: String) throws -> BotSettings {
    let row = try Row.fetchOne(db, sql: "SELECT * FROM bots WHERE id = ?", arguments: [bot])
    return BotSettings(
      endpoint: row?["endpoint"], isSingleTenant: row?["isSingleTenant"] ?? false)
  }

  func store(_ db: Database, of bot: String) throws {
    try db.execute(
      sql: "UPDATE bots SET endpoint = ?, isSingleTenant = ? WHERE id = ?",
      arguments: [endpoint, isSingleTenant, bot])
  }

  /// Registers the bot where it is not yet, puts its app into the catalogue and into two teams, and
  /// takes over what a start says of it.
  static func register(
    _ db: Database, _ bot: BotRegistration, endpoint: String?, isSingleTenant: Bool
  ) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO bots (id, isSingleTenant) VALUES (?, 0)", arguments: [bot.id])
    if db.changesCount > 0 { try install(db, bot) }
    var settings = try read(db, of: bot.id)
    if let endpoint { settings.endpoint = endpoint }
    if isSingleTenant { settings.isSingleTenant = true }
    try settings.store(db, of: bot.id)
  }

  private static func install(_ db: Database, _ bot: BotRegistration) throws {
    let summary = "Takes messages, cards and questions to Teams and back."
    try db.execute(
      sql: "INSERT INTO apps VALUES (?, ?, ?, ?, '1.0.0', 'organization', ?, ?)",
      arguments: [bot.catalogueID, bot.id, bot.name, bot.name.lowercased(), summary, bot.id])
    try db.execute(
      sql: """
        INSERT INTO appDefinitions
          (app, version, state, displayName, summary, description, bot, entraAppID)
        VALUES (?, '1.0.0', 'published', ?, ?, ?, ?, ?)
        """,
      arguments: [bot.catalogueID, bot.name, summary, summary, bot.id, bot.id])
    try db.execute(
      sql: """
        INSERT INTO installations SELECT id, ?, '1.0.0' FROM teams
        WHERE isTeam AND NOT isArchived AND deletedAt IS NULL ORDER BY seq LIMIT 2
        """,
      arguments: [bot.catalogueID])
  }
}
