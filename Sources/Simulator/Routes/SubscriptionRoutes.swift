import GRDB
import HTTPTypes

/// Subscriptions to the messages of channels and chats.
enum SubscriptionRoutes {
  private static let entity = "/subscriptions/{subscription}"

  static let all = [
    Route(
      .get, "/subscriptions", .subscribe,
      query: QueryRules(
        options: [.skiptoken], page: QueryRules.PageSize(standard: 100, most: 100))
    ) { call in
      try await call.collection(
        Subscription.listing(for: call.caller, at: call.tenant.now), shape: "subscriptions",
        counting: .never
      ) { _, row in Subscription(row).document }
    },
    Route(.post, "/subscriptions", .subscribe) { call in
      let now = call.tenant.now
      let draft = try SubscriptionDraft(try call.object(), at: now)
      let resource = try SubscribedResource(draft.resource, for: call.caller)
      try await call.tenant.read { db in try resource.check(db, for: call.caller) }
      try await draft.notificationURL.validate()
      try await draft.lifecycleURL?.validate()
      let made = try await call.tenant.write { db in
        try Subscription.deleteExpired(db, at: now)
        let id = try Subscription.insert(db, draft, resource, by: call.caller)
        return try Subscription.find(db, id, for: call.caller, at: now)
      }
      let front: Document.Fields = ["@odata.context": call.context("subscriptions/$entity")]
      return .created(made.document.preceded(by: front))
    },
    Route(.get, entity, .subscribe, query: .entity) { call in
      let now = call.tenant.now
      let found = try await call.tenant.read { db in
        try Subscription.find(db, call["subscription"], for: call.caller, at: now)
      }
      return call.entity(found.document, shape: "subscriptions")
    },
    Route(.patch, entity, .subscribe) { call in
      let request = try call.object()
      let now = call.tenant.now
      let changed = try await call.tenant.write { db in
        let found = try Subscription.find(db, call["subscription"], for: call.caller, at: now)
        let end = try SubscriptionDraft.end(
          in: request, hasLifecycle: found.lifecycleURL != nil, at: now)
        try found.renew(db, until: end)
        return try Subscription.find(db, found.id, for: call.caller, at: now)
      }
      return call.entity(changed.document, shape: "subscriptions")
    },
    Route(.delete, entity, .subscribe) { call in
      let now = call.tenant.now
      try await call.tenant.write { db in
        let found = try Subscription.find(db, call["subscription"], for: call.caller, at: now)
        try Subscription.delete(db, found.id)
      }
      return .noContent
    },
    Route(.post, entity + "/reauthorize", .subscribe) { call in
      let now = call.tenant.now
      _ = try await call.tenant.read { db in
        try Subscription.find(db, call["subscription"], for: call.caller, at: now)
      }
      return .noContent
    },
  ]
}
