import Foundation
import GRDB
import HTTPTypes

/// Items that are found by their address in a browser, as attachments name them.
enum ShareRoutes {
  static let all = [
    Route(.get, "/shares/{share}/driveItem", .writeItem, query: .entity) { call in
      let (drive, document) = try await call.tenant.read { db in
        let item = try call.sharedItem(db)
        return (item.drive, try item.document(db, call))
      }
      return call.entity(document, shape: DriveItemRoutes.shape(drive))
    },
    Route(.get, "/shares/{share}/driveItem/content", .readDrive) { call in
      let item = try await call.tenant.read { db in try call.sharedItem(db) }
      return try FileRoutes.download(item, call)
    },
  ]
}

extension Call {
  /// The item whose address the path carries, as `u!` and its base64url form.
  ///
  /// It is found by who may look into its drive, and by whom it was shared with.
  fileprivate func sharedItem(_ db: Database) throws -> DriveItem {
    let share = self["share"]
    guard share.hasPrefix("u!"), let data = Data(base64URLText: share.dropFirst(2)) else {
      throw GraphFailure.invalidItem("The sharing token is invalid.")
    }
    let address = String(decoding: data, as: UTF8.self).prefix { $0 != "?" && $0 != "#" }
    // `https:`, the host, `sites` or `personal`, the owner, the library, and the names of folders.
    let parts = address.split(separator: "/").map { String($0).removingPercentEncoding ?? "" }
    guard parts.count > 5, parts[1].hasSuffix(".sharepoint.com") else {
      throw GraphFailure.invalidItem("The sharing token is invalid.")
    }
    let id = "b!" + Data(parts[3].utf8).base64URLText
    var item = DriveItem(rootOf: try Drive.find(db, id, for: .keeper))
    guard item.drive.webURL.hasPrefix("https://\(parts[1])/\(parts[2])/") else {
      throw GraphFailure.unknownItem
    }
    var isThere = true
    for name in parts.dropFirst(5) {
      guard let child = try item.child(db, named: name) else {
        isThere = false
        break
      }
      item = child
    }
    let isShared = try caller.personID.map { try FileGrant.reaches(db, $0, item) } ?? false
    if !isShared { _ = try Drive.find(db, id, for: caller) }
    guard isThere else { throw GraphFailure.unknownItem }
    return item
  }
}
