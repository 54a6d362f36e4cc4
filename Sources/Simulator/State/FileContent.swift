import Foundation
import GRDB

/// The bytes of files and of uploads, in pieces that are read and written one by one.
enum FileContent {
  private static let pieceSize = 1 << 20

  /// Adds bytes to what is stored under a key.
  static func append(_ db: Database, _ bytes: ArraySlice<UInt8>, at start: Int, of key: String)
    throws
  {
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let end = min(offset + pieceSize, bytes.endIndex)
      try db.cachedStatement(sql: "INSERT INTO filePieces VALUES (?, ?, ?)").execute(
        arguments: [key, start + offset - bytes.startIndex, Data(bytes[offset..<end])])
      offset = end
    }
  }

  static func remove(_ db: Database, of key: String) throws {
    try db.execute(sql: "DELETE FROM filePieces WHERE file = ?", arguments: [key])
  }

  /// Makes what was stored under a key the content of a file.
  static func move(
    _ db: Database, from key: String, to file: DriveItem, by person: String?, at now: Instant
  ) throws {
    try remove(db, of: file.id)
    try db.execute(
      sql: "UPDATE filePieces SET file = ? WHERE file = ?", arguments: [file.id, key])
    var hash = QuickXorHash()
    let pieces = try Data.fetchCursor(
      db, sql: "SELECT bytes FROM filePieces WHERE file = ? ORDER BY start", arguments: [file.id])
    while let piece = try pieces.next() { hash.update(piece) }
    try db.execute(
      sql: """
        UPDATE driveItems SET size = ?, hash = ?, modifiedAt = ?, editor = ?,
          revision = revision + 1 WHERE id = ?
        """,
      arguments: [hash.length, hash.text, now.milliseconds, person, file.id])
  }

  /// The bytes of a file in a range.
  static func read(_ db: Database, _ range: Range<Int>, of file: String) throws -> Data {
    var data = Data()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT start, bytes FROM filePieces
        WHERE file = ? AND start < ? AND start + length(bytes) > ? ORDER BY start
        """,
      arguments: [file, range.upperBound, range.lowerBound])
    while let row = try rows.next() {
      let start: Int = row["start"]
      let bytes: Data = row["bytes"]
      let from = max(range.lowerBound - start, 0)
      let to = min(range.upperBound - start, bytes.count)
      data += bytes[bytes.startIndex + from..<bytes.startIndex + to]
    }
    return data
  }

  /// What kind of file a name says that it is.
  static func mimeType(of name: String, sent: String?) -> String {
    let suffix = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return known[suffix] ?? sent ?? "application/octet-stream"
  }

  private static let office = "application/vnd.openxmlformats-officedocument."

  private static let known = [
    "csv": "text/csv", "gif": "image/gif", "htm": "text/html", "html": "text/html",
    "jpeg": "image/jpeg", "jpg": "image/jpeg", "json": "application/json",
    "md": "text/markdown", "mp4": "video/mp4", "pdf": "application/pdf", "png": "image/png",
    "txt": "text/plain", "xml": "text/xml", "zip": "application/zip",
    "docx": office + "wordprocessingml.document",
    "pptx": office + "presentationml.presentation", "xlsx": office + "spreadsheetml.sheet",
  ]
}
