import HTTPTypes

/// Many requests in one; what they may do is asked of each.
enum BatchRoutes {
  static let all = [
    Route(.post, "/$batch", .open) { call in
      let batch = try Batch(try call.object(), root: call.root)
      return .ok(["responses": .array(await batch.responses(of: call))])
    }
  ]
}

extension Permissions {
  fileprivate static let open = Permissions(delegated: "", application: "", isOpen: true)
}
