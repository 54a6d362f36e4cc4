import GRDB
import HTTPTypes

/// Calls that an app makes.
enum CallRoutes {
  private static let shape = "app/calls"

  static let all = [
    Route(.post, "/communications/calls", .startCall) { call in
      let request = try call.object()
      let caller = call.caller
      let document = try await call.tenant.write { db in
        let begun = try OutgoingCall.begun(db, request, by: caller)
        let id = try OutgoingCall.insert(db, begun, app: caller.appID)
        return try OutgoingCall.document(db, id, of: caller.appID)
      }
      let front: Document.Fields = ["@odata.context": call.context(shape + "/$entity")]
      return .created(document.preceded(by: front))
    },
    Route(.get, "/communications/calls/{call}", .followCall, query: .entity) { call in
      let app = call.caller.appID
      let document = try await call.tenant.read { db in
        try OutgoingCall.document(db, call["call"], of: app)
      }
      return call.entity(document, shape: shape)
    },
    Route(.delete, "/communications/calls/{call}", .followCall) { call in
      let app = call.caller.appID
      try await call.tenant.write { db in
        _ = try OutgoingCall.document(db, call["call"], of: app)
        try db.execute(sql: "DELETE FROM calls WHERE id = ?", arguments: [call["call"]])
      }
      return .noContent
    },
  ]
}
