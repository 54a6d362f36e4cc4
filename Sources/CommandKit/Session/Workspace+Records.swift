package import Foundation
import Identity
package import Records
import Synchronization

/// The records that sessions of one data folder share with the bot's endpoint.
extension Workspace {
  /// The incidents and questions; the file is made with the first one.
  package func incidents() throws(RecordsError) -> IncidentStore {
    try IncidentStore.open(at: configuration.files.incidentsFile)
  }

  /// The same for whoever only looks, which makes no file; `nil` where there never was anything.
  package func knownIncidents() throws(RecordsError) -> IncidentStore? {
    guard FileManager.default.fileExists(atPath: configuration.files.incidentsFile) else {
      return nil
    }
    return try incidents()
  }

  /// What the configured bot knows of those whom it reaches, opened when first asked for.
  package func contacts() throws(RecordsError) -> ContactStore {
    if let held = state.withLock({ $0.contacts }) { return held }
    let opened = try ContactStore.open(
      at: configuration.files.contactsFile, of: configuration.botID ?? "")
    state.withLock { $0.contacts = opened }
    return opened
  }
}

/// Where the bot works: as the profile says it, or else as signing in or the endpoint found out.
extension Workspace {
  /// The id of the tenant whose people the bot talks to.
  ///
  /// A profile may name a tenant by a domain, which the connector does not take: an id that a sign-in or an
  /// activity told goes before that.
  package var botTenantID: String? {
    if let tenant = configuration.tenant, UUID(uuidString: tenant) != nil { return tenant }
    return (identities[.person] ?? identities[.app])?.claims.tenantID ?? knownSite?.tenantID
      ?? configuration.tenant
  }

  /// The Bot connector's root; `nil` where neither the profile, the cloud nor an activity tells it.
  package var connectorRoot: URL? {
    configuration.connectorRoot ?? knownSite.flatMap { URL(string: $0.serviceURL) }
  }

  /// What the bot is called in its tenant, where an activity told it.
  package var botName: String? { knownSite?.botName }

  /// The directory that knew the bot when it was signed in.
  package var botDirectory: String? { state.withLock { $0.botDirectory } }

  /// Where the bot is registered, as signing it in showed.
  package var botType: BotType? {
    botDirectory.map {
      $0 == BotDirectory(of: configuration.cloud).name ? .multiTenant : .singleTenant
    }
  }

  /// What activities told; nothing is known where no endpoint ever ran.
  private var knownSite: KnownSite? {
    guard configuration.botID != nil,
      FileManager.default.fileExists(atPath: configuration.files.contactsFile)
    else { return nil }
    let tenant = configuration.tenant.flatMap { UUID(uuidString: $0) == nil ? nil : $0 }
    return try? contacts().site(in: tenant)
  }
}

/// Whoever works here, by name.
extension Workspace {
  /// The person who is signed in; or else the one whom the profile names, or whose account of this machine
  /// it is.
  package var author: (name: String, mail: String?) {
    if let person = identities[.person] {
      return (person.claims.name ?? person.account, person.account)
    }
    if let account = configuration.profile.account { return (account, account) }
    return (NSUserName(), nil)
  }

  /// The names under which something can be one's own.
  package var ownNames: [String] { [author.name, author.mail].compactMap { $0 } }
}
