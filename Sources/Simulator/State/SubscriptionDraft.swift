import HTTPTypes

/// What a client sends to subscribe, checked.
struct SubscriptionDraft: Sendable {
  let resource: String
  let changeTypes: String
  let notificationURL: Webhook
  let lifecycleURL: Webhook?
  let clientState: String?
  let expiresAt: Instant

  /// The longest that a subscription to messages lives, in minutes: with an address for what
  /// becomes of it, and without one.
  private static let longest = (4320, 60)
  private static let longestState = 128

  /// - Throws: Graph's refusals of what is missing, too long, or not on this machine.
  init(_ request: Document, at now: Instant) throws(GraphFailure) {
    guard let resource = request["resource"]?.string, !resource.isEmpty else {
      throw .badRequest("'resource' is required.", code: "InvalidRequest")
    }
    let types = (request["changeType"]?.string ?? "").split(separator: ",").map(\.trimmingSpaces)
    guard !types.isEmpty, types.allSatisfy({ ["created", "updated", "deleted"].contains($0) })
    else {
      throw .badRequest(
        "'changeType' is a list of 'created', 'updated' and 'deleted'.", code: "InvalidRequest")
    }
    guard request["includeResourceData"]?.bool != true else {
      throw .badRequest(
        "Notifications with encrypted resource data are not offered.", code: "InvalidRequest")
    }
    let state = request["clientState"]?.string
    guard state.map({ $0.count <= Self.longestState }) != false else {
      throw .badRequest("'clientState' is too long.", code: "InvalidRequest")
    }
    guard let url = try Self.address("notificationUrl", in: request) else {
      throw .badRequest("'notificationUrl' is required.", code: "InvalidRequest")
    }
    self.resource = resource
    changeTypes = types.joined(separator: ",")
    notificationURL = url
    lifecycleURL = try Self.address("lifecycleNotificationUrl", in: request)
    clientState = state
    expiresAt = try Self.end(in: request, hasLifecycle: lifecycleURL != nil, at: now)
  }

  /// Until when a subscription shall live, when that is not too long.
  static func end(
    in request: Document, hasLifecycle: Bool, at now: Instant
  ) throws(GraphFailure) -> Instant {
    guard let end = request["expirationDateTime"]?.string.flatMap(Instant.init(text:)) else {
      throw .badRequest("'expirationDateTime' is required.", code: "InvalidRequest")
    }
    guard end > now else {
      throw .badRequest("Subscription expiration must be in the future.", code: "ValidationError")
    }
    guard hasLifecycle || end <= now.advanced(seconds: longest.1 * 60) else {
      throw .badRequest(
        "lifecycleNotificationUrl is a required property for subscription creation on this "
          + "resource when the expirationDateTime value is set to greater than 1 hour.",
        code: "ValidationError")
    }
    guard end <= now.advanced(seconds: longest.0 * 60) else {
      throw .badRequest(
        "Subscription expiration can only be \(longest.0) minutes in the future.",
        code: "ValidationError")
    }
    return end
  }

  static func address(_ name: String, in request: Document) throws(GraphFailure) -> Webhook? {
    guard let sent = request[name], !sent.isNull else { return nil }
    guard let webhook = sent.string.flatMap(Webhook.init) else {
      throw .badRequest(
        "'\(name)' must be an http address on this machine.", code: "ValidationError")
    }
    return webhook
  }
}
