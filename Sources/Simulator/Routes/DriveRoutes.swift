import GRDB
import HTTPTypes

/// Drives, and the folders in which channels keep their files.
enum DriveRoutes {
  static let all: [Route] =
    [
      Route(
        .get, "/teams/{team}/channels/{channel}/filesFolder", .readChannelFolder, query: .entity
      ) { call in
        let (channel, document) = try await call.tenant.read { db in
          let team = try Team.find(db, call["team"], for: call.caller)
          let row = try Channel.row(db, call["channel"], in: team.id, for: call.caller)
          let channel = Channel(row)
          return (channel, try DriveItem.folder(db, of: channel, row).document(db, call))
        }
        return call.entity(
          document,
          shape: "teams('\(channel.team)')/channels('\(channel.id.percentEncoded)')/filesFolder")
      }
    ]
    + places.map { place, permissions in
      Route(.get, place, permissions, query: .entity) { call in
        let document = try await call.tenant.read { db in try call.drive(db).document(db) }
        return call.entity(document, shape: "drives")
      }
    }
    + places.flatMap { place, _ in DriveItemRoutes.routes(place) + FileRoutes.routes(place) }

  /// The addresses under which a drive is found.
  private static let places: [(String, Permissions)] = [
    ("/me/drive", .readMyDrive), ("/users/{user}/drive", .readDrive),
    ("/groups/{group}/drive", .readDrive), ("/drives/{drive}", .readDrive),
  ]
}

extension Call {
  /// The drive that the path names, when the caller may look into it.
  func drive(_ db: Database) throws -> Drive {
    if let group = parameters["group"] { return try Drive.ofGroup(db, group, for: caller) }
    if let id = parameters["drive"] { return try Drive.find(db, id, for: caller) }
    return try Drive.ofPerson(db, parameters["user"] ?? me, for: caller)
  }

  /// The item that the path names, by its id or along names.
  func item(_ db: Database) throws -> DriveItem {
    try ItemAddress(self["item"]).find(db, in: try drive(db))
  }

  /// The same for one who only looks, to whom it may have been shared.
  func readableItem(_ db: Database) throws -> DriveItem {
    guard let person = caller.personID, let id = parameters["drive"],
      let drive = try? Drive.find(db, id, for: .keeper),
      let shared = try? ItemAddress(self["item"]).find(db, in: drive),
      try FileGrant.reaches(db, person, shared)
    else { return try item(db) }
    return shared
  }

  /// The address of the tenant, as the client wrote it.
  var origin: String { String(root[..<(root.lastIndex(of: "/") ?? root.endIndex)]) }
}
