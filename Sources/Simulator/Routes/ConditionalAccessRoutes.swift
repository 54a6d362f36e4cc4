import GRDB
import HTTPTypes

/// The policies that sign-ins must satisfy.
enum ConditionalAccessRoutes {
  private static let collection = "/identity/conditionalAccess/policies"

  static let all = [
    Route(.get, collection, .readAccessPolicies, query: .directory()) { call in
      try await call.directory(AccessPolicy.listing, shape: "identity/conditionalAccess/policies") {
        _, row in try AccessPolicy(row).document
      }
    },
    Route(.post, collection, .writeAccessPolicies) { call in
      let document = try AccessPolicy.checked(try call.object())
      let now = call.tenant.now
      let policy = try await call.tenant.write { db in
        try AccessPolicy.create(db, document, at: now)
      }
      return .created(
        policy.document.preceded(by: [
          "@odata.context": call.context("identity/conditionalAccess/policies/$entity")
        ]))
    },
    Route(.get, collection + "/{policy}", .readAccessPolicies, query: .entity) { call in
      let id = call["policy"]
      let policy = try await call.tenant.read { db in try AccessPolicy.find(db, id) }
      return call.entity(policy.document, shape: "identity/conditionalAccess/policies")
    },
    Route(.patch, collection + "/{policy}", .writeAccessPolicies) { call in
      let id = call["policy"]
      let changes = try call.object()
      let now = call.tenant.now
      try await call.tenant.write { db in
        let policy = try AccessPolicy.find(db, id)
        try policy.update(db, changes, at: now)
      }
      return .noContent
    },
    Route(.delete, collection + "/{policy}", .writeAccessPolicies) { call in
      let id = call["policy"]
      try await call.tenant.write { db in try AccessPolicy.find(db, id).delete(db) }
      return .noContent
    },
  ]
}
