import CommandKit
import Documents
import Foundation
import Records

/// What is known of the endpoint of this machine, read from its inbox at once.
struct EndpointReport: Sendable {
  /// What it wrote of itself last.
  let status: EndpointStatus
  /// How many activities nobody has finished; `nil` where they cannot be counted.
  private let waiting: Int?

  static let columns: [Column<Note>] = [
    Column("State", field: "state", as: .state),
    Column("Address", field: "url"),
    Column("Process", field: "pid"),
    Column("Bot", field: "botId"),
    Column("Since", time: { $0.document["startedAt"]?.string }),
    Column("Ended", time: { $0.document["endedAt"]?.string }),
    Column("Accepted", field: "accepted"),
    Column("Repeated", field: "repeated"),
    Column("Refused", field: "refused"),
    Column("Last accepted", time: { $0.document["lastAcceptedAt"]?.string }),
    Column("Last refusal", field: "lastRefusal"),
    Column("Refused at", time: { $0.document["lastRefusedAt"]?.string }),
    Column("Waiting", field: "waiting"),
    Column("Log", field: "log"),
  ]

  /// Reads the inbox; `nil` where there never was an endpoint.
  init?(_ files: FileLocations) throws(RecordsError) {
    guard Inbox.exists(at: files.inboxFile) else { return nil }
    let inbox = try Inbox.open(at: files.inboxFile).inbox
    guard let status = try inbox.endpointStatus() else { return nil }
    self.status = status
    waiting = try? inbox.counts().unhandled
  }

  /// The endpoint as a row.
  func note(_ files: FileLocations) -> Note {
    let isRunning = EndpointLock.isTaken(in: files.data)
    func time(_ date: Date?) -> JSON { .optional(date?.formatted(.iso8601)) }
    return Note(
      [
        "state": .string(isRunning ? "running" : "stopped"), "url": .string(status.url),
        "port": .int(status.port),
        "pid": isRunning ? .int(Int(status.process.process)) : .null,
        "botId": .string(status.botID), "startedAt": time(status.startedAt),
        "endedAt": isRunning ? .null : time(status.endedAt), "accepted": .int(status.accepted),
        "repeated": .int(status.repeated), "refused": .int(status.refused),
        "lastAcceptedAt": time(status.lastAcceptedAt), "lastRefusal": .optional(status.lastRefusal),
        "lastRefusedAt": time(status.lastRefusedAt), "waiting": waiting.map(JSON.int) ?? .null,
        "log": .string(files.endpointLogFile),
      ], reference: status.url)
  }
}
