import GRDB

/// Makes a company out of a seed: the same seed gives the same people, ids and messages.
struct Company {
  let profile: TenantProfile
  let configuration: TenantConfiguration
  var random: SeedRandom
  /// The ids of all people, in the order of their making; the first one is the administrator.
  var people: [Person] = []

  /// The moment at which the company's history ends.
  static let today = Instant(milliseconds: 1_764_320_400_000)

  init(_ configuration: TenantConfiguration) {
    self.configuration = configuration
    var random = SeedRandom(seed: configuration.seed)
    profile = TenantProfile(
      id: random.guid(), displayName: "Contoso", domain: "contoso.com",
      initialDomain: "contoso.onmicrosoft.com", clientID: random.guid(),
      clientSecret: "teamsh~" + random.hex(32), appName: "teamsh",
      servicePrincipalID: random.guid(), administrator: "megan@contoso.com")
    self.random = random
  }

  /// Fills an empty database.
  mutating func found(_ db: Database) throws {
    try profile.store(db)
    try hire(db)
    let channels = try formTeams(db)
    try talk(db, in: channels)
    try chat(db)
    try announce(db)
  }
}
