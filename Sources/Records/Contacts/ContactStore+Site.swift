package import Foundation
import GRDB

/// What activities told of where a bot works.
package struct KnownSite: Sendable, Hashable {
  package let tenantID: String
  /// The connector's address, without a slash at its end.
  package let serviceURL: String
  /// What the bot is called there.
  package let botName: String?

  package init(tenantID: String, serviceURL: String, botName: String?) {
    self.tenantID = tenantID
    self.serviceURL = serviceURL
    self.botName = botName
  }
}

extension ContactStore {
  /// What was learnt last; of one tenant only where it is named.
  package func site(in tenant: String? = nil) throws(RecordsError) -> KnownSite? {
    try file.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT tenant, serviceURL, botName FROM site
          WHERE bot = ?1 AND (?2 IS NULL OR tenant = ?2) ORDER BY learntAt DESC LIMIT 1
          """, arguments: [bot, tenant?.lowercased()])
    }.map {
      KnownSite(tenantID: $0["tenant"], serviceURL: $0["serviceURL"], botName: $0["botName"])
    }
  }

  /// Keeps what an activity told; the same again is not written again.
  package func learn(_ site: KnownSite, at time: Date) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO site (bot, tenant, serviceURL, botName, learntAt) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (bot, tenant) DO UPDATE
            SET serviceURL = excluded.serviceURL, botName = coalesce(excluded.botName, botName),
              learntAt = excluded.learntAt
            WHERE serviceURL <> excluded.serviceURL
              OR botName IS NOT coalesce(excluded.botName, botName)
          """,
        arguments: [
          bot, site.tenantID.lowercased(), site.serviceURL, site.botName,
          time.timeIntervalSince1970,
        ])
    }
  }
}
