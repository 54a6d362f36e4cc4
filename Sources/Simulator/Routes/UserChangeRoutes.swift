import Foundation
import GRDB
import HTTPTypes

/// How people come, change and go.
enum UserChangeRoutes {
  static let all = [
    Route(.post, "/users", .createUser) { call in
      let request = try call.object()
      let id = UUID().uuidString.lowercased()
      let now = call.tenant.now
      let row = try await call.tenant.write { db in
        try Person.create(db, request, id: id, at: now).map { Person.document($0, select: nil) }
      }
      guard let row else { throw GraphFailure.unknownDirectoryObject(id) }
      let front: Document.Fields = ["@odata.context": call.context("users/$entity")]
      return .created(row.preceded(by: front))
    },
    Route(.patch, "/users/{user}", .updateUser) { call in
      let draft = try PersonDraft(try call.object())
      try await call.tenant.write { db in try find(db, call).change(db, as: draft) }
      return .noContent
    },
    Route(.delete, "/users/{user}", .deleteUser) { call in
      try await call.tenant.write { db in try find(db, call).remove(db) }
      return .noContent
    },
  ]

  private static func find(_ db: Database, _ call: Call) throws -> Person {
    guard let person = try Person.find(db, call["user"]) else {
      throw GraphFailure.unknownDirectoryObject(call["user"])
    }
    if case .person(let me, let isAdministrator) = call.caller.kind {
      guard isAdministrator || me == person.id else {
        throw GraphFailure(
          status: .forbidden, code: "Authorization_RequestDenied",
          message: "Insufficient privileges to complete the operation.")
      }
    }
    return person
  }
}
