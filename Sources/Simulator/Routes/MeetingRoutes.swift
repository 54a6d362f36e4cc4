import GRDB
import HTTPTypes

/// Online meetings, of the signed-in person or of one that is named, and who came to them.
enum MeetingRoutes {
  static let all =
    routes(
      "/me/onlineMeetings", list: .listMyMeetings, create: .createMyMeeting, read: .readMyMeeting,
      update: .updateMyMeeting, delete: .deleteMyMeeting)
    + routes(
      "/users/{user}/onlineMeetings", list: .listMeetings, create: .createMeeting,
      read: .readMeeting, update: .updateMeeting, delete: .deleteMeeting)
    + attendance("/me/onlineMeetings") + attendance("/users/{user}/onlineMeetings")

  private static func routes(
    _ collection: String, list: Permissions, create: Permissions, read: Permissions,
    update: Permissions, delete: Permissions
  ) -> [Route] {
    let entity = collection + "/{meeting}"
    return [
      Route(.get, collection, list, query: QueryRules(options: [.filter, .select])) { call in
        guard call.query.filter != nil else {
          throw GraphFailure.badRequest(
            "A filter on 'JoinWebUrl', 'VideoTeleconferenceId' or "
              + "'joinMeetingIdSettings/joinMeetingId' is required.", code: "InvalidArgument")
        }
        let organizer = try await organizer(call)
        return try await call.collection(
          OnlineMeeting.listing(of: organizer.id), shape: shape(organizer), counting: .never
        ) { _, row in try printed(row, organizer, call) }
      },
      Route(.post, collection, create) { call in
        let request = try call.object()
        let organizer = try await organizer(call)
        let now = call.tenant.now
        let document = try await call.tenant.write { db in
          let row = try OnlineMeeting.create(
            db, request, by: organizer, tenantID: call.tenant.profile.id, at: now)
          return try printed(row, organizer, call)
        }
        let front: Document.Fields = [
          "@odata.context": call.context(shape(organizer) + "/$entity")
        ]
        return .created(document.preceded(by: front))
      },
      Route(.get, entity, read, query: .entity) { call in
        let organizer = try await organizer(call)
        let document = try await call.tenant.read { db in
          try printed(
            try OnlineMeeting.row(db, call["meeting"], of: organizer.id), organizer, call)
        }
        return call.entity(document, shape: shape(organizer))
      },
      Route(.patch, entity, update) { call in
        let request = try call.object()
        let organizer = try await organizer(call)
        let document = try await call.tenant.write { db in
          let row = try OnlineMeeting.row(db, call["meeting"], of: organizer.id)
          try OnlineMeeting.change(db, row, as: request)
          return try printed(
            try OnlineMeeting.row(db, call["meeting"], of: organizer.id), organizer, call)
        }
        return call.entity(document, shape: shape(organizer))
      },
      Route(.delete, entity, delete) { call in
        let organizer = try await organizer(call)
        try await call.tenant.write { db in
          let row = try OnlineMeeting.row(db, call["meeting"], of: organizer.id)
          try db.execute(
            sql: "DELETE FROM meetings WHERE id = ?", arguments: [row["id"] as String])
        }
        return .noContent
      },
    ]
  }

  private static func attendance(_ collection: String) -> [Route] {
    let reports = collection + "/{meeting}/attendanceReports"
    let paged = QueryRules.collection([.top, .select], standard: 50, most: 50)
    return [
      Route(.get, reports, .readAttendance, query: paged) { call in
        let organizer = try await organizer(call)
        let meeting = try await meeting(call, of: organizer)
        return try await call.collection(
          Attendance.reports(of: meeting),
          shape: "\(shape(organizer))('\(meeting)')/attendanceReports",
          counting: .never
        ) { _, row in Attendance.report(row) }
      },
      Route(
        .get, reports + "/{report}", .readAttendance,
        query: QueryRules(options: [.select, .expand], expandable: ["attendanceRecords"])
      ) { call in
        let organizer = try await organizer(call)
        let meeting = try await meeting(call, of: organizer)
        let document = try await call.tenant.read { db in
          try Attendance.document(
            db, call["report"], of: meeting, tenantID: call.tenant.profile.id,
            withRecords: call.query.expand.contains("attendanceRecords"))
        }
        return call.entity(document, shape: shape(organizer))
      },
      Route(.get, reports + "/{report}/attendanceRecords", .readAttendance, query: paged) { call in
        let organizer = try await organizer(call)
        let meeting = try await meeting(call, of: organizer)
        try await call.tenant.read { db in
          _ = try Attendance.row(db, call["report"], of: meeting)
        }
        return try await call.collection(
          Attendance.records(of: call["report"]),
          shape: "\(shape(organizer))('\(meeting)')/attendanceRecords", counting: .never
        ) { _, row in Attendance.record(row, tenantID: call.tenant.profile.id) }
      },
    ]
  }

  private static func meeting(_ call: Call, of organizer: Person) async throws -> String {
    try await call.tenant.read { db in
      try OnlineMeeting.row(db, call["meeting"], of: organizer.id)["id"]
    }
  }

  /// Whose meetings these are; an app needs a policy that an administrator gives it for them.
  private static func organizer(_ call: Call) async throws -> Person {
    let key = call.parameters["user"] ?? call.caller.personID ?? ""
    guard let person = try await call.tenant.read({ db in try Person.find(db, key) }) else {
      throw GraphFailure.unknownDirectoryObject(key)
    }
    guard let me = call.caller.personID else {
      let app = call.caller.appID
      let isLetIn = try await call.tenant.read { db in
        try Attendance.letsIn(db, app: app, to: person.id)
      }
      if isLetIn { return person }
      throw GraphFailure.forbidden(
        "No application access policy found for this app: \(app) on the user: "
          + "\(person.id).")
    }
    guard me == person.id else {
      throw GraphFailure.forbidden("User is not allowed to access the meetings of another user.")
    }
    return person
  }

  private static func shape(_ organizer: Person) -> String {
    "users('\(organizer.id)')/onlineMeetings"
  }

  private static func printed(_ row: Row, _ organizer: Person, _ call: Call) throws -> Document {
    try OnlineMeeting.document(row, organizer: organizer, tenantID: call.tenant.profile.id)
  }
}
