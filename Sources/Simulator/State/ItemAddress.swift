import Foundation
import GRDB

/// Where in a drive a request points: at an item, or along names below one.
///
/// `root:/Reports/May.txt:` and `01ABC:/May.txt:` arrive here as one segment of the path.
struct ItemAddress: Sendable {
  private let base: String
  private let names: [String]

  init(_ text: String) throws(GraphFailure) {
    guard let colon = text.range(of: ":/") else {
      base = text.hasSuffix(":") ? String(text.dropLast()) : text
      names = []
      return
    }
    base = String(text[..<colon.lowerBound])
    var path = text[colon.upperBound...]
    if path.hasSuffix(":") { path = path.dropLast() }
    names = path.split(separator: "/").map(String.init)
    for name in names { try Self.check(name) }
  }

  /// Whether it is an item's id alone.
  var isItem: Bool { names.isEmpty }

  /// The item, which must be there.
  func find(_ db: Database, in drive: Drive) throws -> DriveItem {
    var item = try DriveItem.find(db, base, in: drive)
    for name in names {
      guard let child = try item.child(db, named: name) else { throw GraphFailure.unknownItem }
      item = child
    }
    return item
  }

  /// The folder and the name of a file that may be new; the folders on the way are made.
  func place(
    _ db: Database, in drive: Drive, by person: String?, at now: Instant
  ) throws -> (folder: DriveItem, name: String) {
    let start = try DriveItem.find(db, base, in: drive)
    guard let name = names.last else {
      guard !start.isRoot, !start.isFolder else {
        throw GraphFailure.invalidItem("The address does not name a file.")
      }
      return (try DriveItem.find(db, start.parent, in: drive), start.name)
    }
    var folder = start
    for name in names.dropLast() {
      if let child = try folder.child(db, named: name) {
        folder = child
      } else {
        folder = try folder.add(db, name, mimeType: nil, by: person, at: now)
      }
    }
    guard folder.isFolder else { throw GraphFailure.unknownItem }
    return (folder, name)
  }

  /// Refuses names that no file can have.
  static func check(_ name: String) throws(GraphFailure) {
    let isBad =
      name.isEmpty || name.count > 255 || name == "." || name == ".." || name.hasPrefix(" ")
      || name.hasSuffix(" ") || name.hasSuffix(".")
      || name.contains { "\"*:<>?/\\|".contains($0) }
      || name.unicodeScalars.contains { $0.value < 0x20 }
    guard !isBad else {
      throw .invalidItem("The provided name cannot contain invalid characters.")
    }
  }
}
