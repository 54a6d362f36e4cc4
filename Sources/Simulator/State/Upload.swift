import Foundation
import GRDB
import HTTPTypes

/// A file on its way, range by range; its address is a secret of its own.
struct Upload: Sendable {
  /// What a range leads to.
  enum Step: Sendable {
    case more(Upload)
    case done(DriveItem, isNew: Bool)
  }

  let id: String
  let owner: String
  let parent: String
  let name: String
  let conflict: ConflictBehavior
  let isDeferred: Bool
  let author: String?
  /// The size of the file, once the first range said it.
  let size: Int?
  let received: Int
  let expiresAt: Instant

  /// All ranges but the last are multiples of this.
  static let unit = 320 * 1024
  /// The longest range, in bytes.
  static let longest = 60 * 1024 * 1024
  /// How long an upload waits for its next range, in seconds.
  private static let lifetime = 900

  init(_ row: Row) {
    id = row["id"]
    owner = row["owner"]
    parent = row["parent"]
    name = row["name"]
    conflict = ConflictBehavior(rawValue: row["conflict"]) ?? .fail
    isDeferred = row["isDeferred"]
    author = row["author"]
    size = row["size"]
    received = row["received"]
    expiresAt = Instant(milliseconds: row["expiresAt"])
  }
}

extension Upload {
  static func begin(
    _ db: Database, _ name: String, in folder: DriveItem, on conflict: ConflictBehavior,
    isDeferred: Bool, by person: String?, at now: Instant
  ) throws -> Upload {
    try ItemAddress.check(name)
    if conflict == .fail, try folder.child(db, named: name) != nil {
      throw GraphFailure.nameAlreadyExists
    }
    for expired in try String.fetchAll(
      db, sql: "SELECT id FROM uploads WHERE expiresAt < ?", arguments: [now.milliseconds])
    {
      try cancel(db, expired)
    }
    let id = Secrets.text(length: 43)
    try db.execute(
      sql: """
        INSERT INTO uploads (id, owner, parent, name, conflict, isDeferred, author, expiresAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, folder.drive.owner, folder.key, name, conflict.rawValue, isDeferred, person,
        now.advanced(seconds: lifetime).milliseconds,
      ])
    return try find(db, id, at: now)
  }

  static func find(_ db: Database, _ id: String, at now: Instant) throws -> Upload {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM uploads WHERE id = ? AND expiresAt >= ?",
      arguments: [id, now.milliseconds])
    guard let row else {
      throw GraphFailure.notFound("The upload session was not found", code: "itemNotFound")
    }
    return Upload(row)
  }

  static func cancel(_ db: Database, _ id: String) throws {
    try FileContent.remove(db, of: id)
    try db.execute(sql: "DELETE FROM uploads WHERE id = ?", arguments: [id])
  }

  /// Takes the next range in; the last one makes the file.
  func take(_ db: Database, _ bytes: [UInt8], _ range: ContentRange, at now: Instant) throws -> Step
  {
    guard range.bytes.count == bytes.count else {
      throw GraphFailure.invalidItem("The Content-Range header length does not match the content.")
    }
    guard size == nil || size == range.total else {
      throw GraphFailure.invalidItem("The size of the file differs from that of earlier ranges.")
    }
    guard range.bytes.lowerBound == received else { throw GraphFailure.invalidRange }
    let isLast = range.bytes.upperBound == range.total
    guard isLast || bytes.count.isMultiple(of: Self.unit) else {
      throw GraphFailure.invalidItem(
        "A range that is not the last must be a multiple of \(Self.unit) bytes.")
    }
    try FileContent.append(db, bytes[...], at: received, of: id)
    try db.execute(
      sql: "UPDATE uploads SET size = ?, received = ?, expiresAt = ? WHERE id = ?",
      arguments: [
        range.total, range.bytes.upperBound, now.advanced(seconds: Self.lifetime).milliseconds, id,
      ])
    let upload = try Self.find(db, id, at: now)
    return isLast && !isDeferred ? try upload.commit(db, at: now) : .more(upload)
  }

  /// Makes the file of an upload that has all its bytes.
  func commit(_ db: Database, at now: Instant) throws -> Step {
    guard let size, received == size else { throw GraphFailure.invalidRange }
    // Who got the address was let in when the upload began.
    let id = "b!" + Data(owner.utf8).base64URLText
    let drive = try Drive.find(db, id, for: .keeper)
    let folder = try DriveItem.find(db, parent, in: drive)
    let (file, isNew) = try folder.file(
      db, name, mimeType: FileContent.mimeType(of: name, sent: nil), on: conflict, by: author,
      at: now)
    try FileContent.move(db, from: self.id, to: file, by: author, at: now)
    try Self.cancel(db, self.id)
    return .done(try DriveItem.find(db, file.id, in: drive), isNew: isNew)
  }

  /// The upload as Graph prints it; its address is told once.
  var document: Document {
    let end = size.map { String($0 - 1) } ?? ""
    return [
      "expirationDateTime": .string(expiresAt.text),
      "nextExpectedRanges": size == received ? [] : [.string("\(received)-\(end)")],
    ]
  }
}

/// The value of a `Content-Range` header: which bytes of how many.
struct ContentRange: Sendable, Equatable {
  let bytes: Range<Int>
  let total: Int

  /// Reads `bytes 0-25/128`.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})/),
      let first = Int(match.1), let last = Int(match.2), let total = Int(match.3),
      first <= last, last < total
    else { return nil }
    bytes = first..<last + 1
    self.total = total
  }
}

extension GraphFailure {
  static var invalidRange: GraphFailure {
    GraphFailure(
      status: .rangeNotSatisfiable, code: "invalidRange",
      message: "The uploaded fragment has already been received, or is not the next one.")
  }
}
