import GRDB

extension Company {
  /// Makes the people: first the cast, then as many more as were asked for.
  mutating func hire(_ db: Database) throws {
    // Every address in use, with how many people drew it as theirs.
    var taken: [String: Int] = [:]
    people.reserveCapacity(configuration.people)
    let cast = Cast.members.prefix(max(1, configuration.people))
    for member in cast {
      taken[member.address] = 1
      try hire(
        db, given: member.given, family: member.family, display: member.displayName,
        address: member.address, title: member.title, isEnabled: member.isEnabled)
    }
    let stocks = NameStock.all.flatMap { Array(repeating: $0, count: $0.weight) }
    for _ in cast.count..<max(cast.count, configuration.people) {
      let stock = random.pick(stocks)
      let given = random.pick(stock.given)
      let family = random.pick(stock.family)
      let isGuest = random.below(25) == 0
      let base = "\(given.address).\(family.address)" + (isGuest ? "@fabrikam.com" : "")
      var address = base
      while taken[address] != nil {
        taken[base, default: 0] += 1
        address = numbered(base, taken[base, default: 0])
      }
      taken[address] = 1
      try hire(
        db, given: given.written, family: family.written,
        display: stock.displayName(given, family), address: address,
        title: random.pick(Cast.titles), isEnabled: random.below(60) != 0)
    }
  }

  private func numbered(_ address: String, _ number: Int) -> String {
    guard let at = address.firstIndex(of: "@") else { return address + String(number) }
    return address[..<at] + String(number) + address[at...]
  }

  private mutating func hire(
    _ db: Database, given: String, family: String, display: String, address: String,
    title: String, isEnabled: Bool
  ) throws {
    let isGuest = address.contains("@")
    let mail = isGuest ? address : "\(address)@\(profile.domain)"
    let upn =
      isGuest
      ? "\(address.replacing("@", with: "_"))#EXT#@\(profile.initialDomain)" : mail
    let (city, country, language) = random.pick(Cast.cities)
    let department = people.count < 4 ? "IT" : random.pick(Cast.departments)
    let phone = "+1 425 555 \(String(10_000 + random.below(10_000)).dropFirst())"
    let person = Person(
      id: random.guid(), upn: upn, displayName: display, mail: mail, isGuest: isGuest,
      isAdministrator: people.isEmpty, isEnabled: isEnabled)
    try db.cachedStatement(sql: Self.insertPerson).execute(arguments: [
      person.id, upn, upn.lowercased(), display, display.lowercased(), given,
      given.lowercased(), family, family.lowercased(), mail, mail.lowercased(), title, department,
      "\(1 + random.below(40))/\(1000 + random.below(3000))", city, country, country,
      random.below(3) == 0 ? nil : phone, isGuest ? nil : phone, language,
      isGuest ? "Guest" : "Member", isEnabled, person.isAdministrator,
      Self.today.advanced(seconds: -86_400 * (30 + random.below(2500))).milliseconds,
    ])
    people.append(person)
  }

  /// What some of the people tell beside their presence.
  func announce(_ db: Database) throws {
    for (address, content) in Cast.statusMessages {
      guard let person = people.first(where: { $0.upn == "\(address)@\(profile.domain)" }) else {
        continue
      }
      try StatusMessage(content, publishedAt: Self.today).store(db, of: person.id)
    }
    for (address, notice) in Cast.absences {
      guard let person = people.first(where: { $0.upn == "\(address)@\(profile.domain)" }) else {
        continue
      }
      try Absence.note(db, notice, of: person.id)
    }
  }

  private static let insertPerson = """
    INSERT INTO people (id, upn, upnKey, displayName, displayNameKey, givenName, givenNameKey,
      surname, surnameKey, mail, mailKey, jobTitle, department, officeLocation, city, country,
      usageLocation, mobilePhone, businessPhone, preferredLanguage, userType, isEnabled,
      isAdministrator, createdAt)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
}
