import Foundation
import GRDB
import HTTPTypes

/// The addresses that carry their own leave, as SharePoint has them: uploads and downloads.
struct StorageDesk: Sendable {
  /// One request to it.
  struct Visit: Sendable {
    let method: HTTPRequest.Method
    /// The segments below `/storage`.
    let path: [String]
    let query: FormFields
    let headers: HTTPFields
    /// The body; nil when it was longer than what is read.
    let body: [UInt8]?
    let origin: String
  }

  let tenant: Tenant

  func answer(to visit: Visit) async throws -> Answer {
    guard visit.path.count == 2 else { throw GraphFailure.unknownItem }
    switch visit.path[0] {
    case "files": return try await download(visit.path[1], visit)
    case "uploads": return try await upload(visit.path[1], visit)
    default: throw GraphFailure.unknownItem
    }
  }

  private func download(_ item: String, _ visit: Visit) async throws -> Answer {
    guard visit.method == .get || visit.method == .head else { throw Self.wrongMethod }
    guard let text = visit.query["tempauth"],
      let pass = StoragePass(item: item, text: text, tenant: tenant)
    else {
      throw GraphFailure(
        status: .unauthorized, code: "unauthenticated",
        message: "The download address is not valid, or has expired.")
    }
    let asked = visit.headers[.range]
    return try await tenant.read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM driveItems WHERE id = ? AND revision = ?",
        arguments: [item, pass.revision])
      guard let row else { throw GraphFailure.unknownItem }
      let size: Int = row["size"]
      let type: String = row["mimeType"] ?? "application/octet-stream"
      var headers: HTTPFields = [.acceptRanges: "bytes"]
      headers[.eTag] = "\"{\(item)},\(pass.revision)\""
      guard let asked else {
        let bytes = try FileContent.read(db, 0..<size, of: item)
        return Answer(status: .ok, body: .bytes(bytes, type: type), headers: headers)
      }
      guard let range = Self.range(asked, of: size) else {
        throw GraphFailure(
          status: .rangeNotSatisfiable, code: "invalidRange",
          message: "The requested range is not satisfiable.",
          headers: [.contentRange: "bytes */\(size)"])
      }
      headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
      let bytes = try FileContent.read(db, range, of: item)
      return Answer(status: .partialContent, body: .bytes(bytes, type: type), headers: headers)
    }
  }

  /// Reads `bytes=0-99`, `bytes=100-` or `bytes=-100`.
  private static func range(_ text: String, of size: Int) -> Range<Int>? {
    guard let match = text.wholeMatch(of: /bytes=(\d{0,15})-(\d{0,15})/) else { return nil }
    switch (Int(match.1), Int(match.2)) {
    case (let first?, let last?) where first <= last && first < size:
      return first..<min(last + 1, size)
    case (let first?, nil) where first < size: return first..<size
    case (nil, let length?) where length > 0 && size > 0: return max(0, size - length)..<size
    default: return nil
    }
  }

  private func upload(_ id: String, _ visit: Visit) async throws -> Answer {
    let now = tenant.now
    switch visit.method {
    case .get:
      return .ok(try await tenant.read { db in try Upload.find(db, id, at: now).document })
    case .delete:
      try await tenant.write { db in
        try Upload.cancel(db, try Upload.find(db, id, at: now).id)
      }
      return .noContent
    case .put:
      guard let body = visit.body else {
        throw GraphFailure(
          status: .contentTooLarge, code: "invalidRequest",
          message: "A range is at most \(Upload.longest) bytes long.")
      }
      guard let range = visit.headers[.contentRange].flatMap(ContentRange.init) else {
        throw GraphFailure.invalidItem("Invalid Content-Range header.")
      }
      return try await step(visit) { db in
        try Upload.find(db, id, at: now).take(db, body, range, at: now)
      }
    case .post:
      return try await step(visit) { db in try Upload.find(db, id, at: now).commit(db, at: now) }
    default: throw Self.wrongMethod
    }
  }

  private func step(
    _ visit: Visit, _ work: @escaping @Sendable (Database) throws -> Upload.Step
  ) async throws -> Answer {
    let tenant = tenant
    return try await tenant.write { db in
      switch try work(db) {
      case .more(let upload): return Answer(status: .accepted, body: .document(upload.document))
      case .done(let file, let isNew):
        let document = try file.document(db, origin: visit.origin, tenant: tenant)
        return isNew ? .created(document) : .ok(document)
      }
    }
  }

  private static var wrongMethod: GraphFailure {
    GraphFailure(
      status: .methodNotAllowed, code: "invalidRequest",
      message: "The HTTP method is not allowed for the resource.")
  }
}
