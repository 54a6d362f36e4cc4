package import Foundation
import GRDB

/// What the endpoint says of itself, for who asks from another process.
package struct EndpointStatus: Sendable, Hashable {
  package let process: ProcessIdentity
  /// Where it listens on this machine, as `http://127.0.0.1:3978`.
  package var url: String
  package var port: Int
  package let botID: String
  package let startedAt: Date
  package var endedAt: Date?
  /// How many activities it stored since it started.
  package var accepted = 0
  /// How many came again, and were known.
  package var repeated = 0
  /// How many requests it refused.
  package var refused = 0
  package var lastAcceptedAt: Date?
  /// Why it refused the last one, as a word of a closed list.
  package var lastRefusal: String?
  package var lastRefusedAt: Date?

  /// The status of an endpoint that has just begun in this process.
  package init(url: String, port: Int, botID: String, startedAt: Date) {
    self.init(
      process: .current, url: url, port: port, botID: botID, startedAt: startedAt)
  }

  init(process: ProcessIdentity, url: String, port: Int, botID: String, startedAt: Date) {
    self.process = process
    self.url = url
    self.port = port
    self.botID = botID
    self.startedAt = startedAt
  }
}

extension Inbox {
  /// What the endpoint wrote last; `nil` before the first one began.
  ///
  /// Whether it still runs is not said here but by ``EndpointLock``: `kill -9` writes nothing.
  package func endpointStatus() throws(RecordsError) -> EndpointStatus? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM endpoint").flatMap(EndpointStatus.init)
    }
  }

  /// Writes down what the endpoint says of itself.
  package func record(_ status: EndpointStatus) throws(RecordsError) {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO endpoint VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          status.process.text, status.url, status.port, status.botID,
          status.startedAt.timeIntervalSince1970, status.endedAt?.timeIntervalSince1970,
          status.accepted, status.repeated, status.refused,
          status.lastAcceptedAt?.timeIntervalSince1970, status.lastRefusal,
          status.lastRefusedAt?.timeIntervalSince1970,
        ])
    }
  }
}

extension EndpointStatus {
  fileprivate init?(_ row: Row) {
    guard let process = ProcessIdentity(row["process"] as String) else { return nil }
    func date(_ column: String) -> Date? {
      (row[column] as Double?).map(Date.init(timeIntervalSince1970:))
    }
    self.init(
      process: process, url: row["url"], port: row["port"], botID: row["botID"],
      startedAt: date("startedAt") ?? .distantPast)
    endedAt = date("endedAt")
    accepted = row["accepted"]
    repeated = row["repeated"]
    refused = row["refused"]
    lastAcceptedAt = date("lastAcceptedAt")
    lastRefusal = row["lastRefusal"]
    lastRefusedAt = date("lastRefusedAt")
  }
}
