import Bot
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Records

/// Answers the connector: activities go into the inbox, and anything else is told that it is wrong here.
struct EndpointResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let gate: TokenGate
  let intake: Intake
  let occupancy: Occupancy
  let tally: Tally
  let limits: EndpointLimits
  let now: @Sendable () -> Date

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    switch (EndpointPath(request.head.path ?? "/"), request.method) {
    case (.messages, .post):
      do throws(Refusal) {
        return try await receive(request)
      } catch {
        tally.refused(error)
        return .refusal(error)
      }
    case (.health, .get):
      return .text("Microsoft Teams long running integration server is up.")
    case (.messages, _): return .methodNotAllowed("POST")
    case (.health, _): return .methodNotAllowed("GET")
    case (nil, _): return Response(status: .notFound)
    }
  }

  /// Nothing of the body is read before the token is known to be genuine.
  private func receive(_ request: Request) async throws(Refusal) -> Response {
    let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    guard length <= limits.largestBody else { throw .bodyTooLarge }
    let admission = try await gate.admit(request.headers[.authorization])
    return try await occupancy.whileInside { () throws(Refusal) in
      let body = try await body(of: request)
      guard let document = try? JSON(parsing: body), document.object != nil else {
        throw .activityMalformed
      }
      let activity = Activity(document: document)
      guard !activity.type.isEmpty else { throw .activityMalformed }
      try admission.check(activity)
      try await take(activity, body)
      return .acknowledgement(of: activity)
    }
  }

  private func take(_ activity: Activity, _ body: [UInt8]) async throws(Refusal) {
    guard activity.isKept else { return tally.passedOver(type: activity.type) }
    let arriving = ArrivingActivity(
      key: activity.deliveryKey, receivedAt: now(), text: String(decoding: body, as: UTF8.self))
    do {
      tally.accepted(isNew: try await intake.accept(arriving))
    } catch {
      tally.failed(error)
      throw .storeFailed
    }
  }

  private func body(of request: Request) async throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      for try await part in request.body {
        guard bytes.count + part.readableBytes <= limits.largestBody else {
          throw Refusal.bodyTooLarge
        }
        bytes.append(contentsOf: part.readableBytesView)
      }
    } catch {
      throw error as? Refusal ?? .bodyIncomplete
    }
    return bytes
  }
}

/// The addresses that there are.
enum EndpointPath: Sendable, Hashable {
  case messages, health

  /// - Parameter target: The target of a request line; what is behind a question mark does not count.
  init?(_ target: String) {
    switch target.prefix(while: { $0 != "?" }) {
    case "/", "/api/messages", "/api/messages/": self = .messages
    case "/health", "/health/": self = .health
    default: return nil
    }
  }
}

extension Activity {
  /// Whether it goes into the inbox: kinds without a meaning do not, and neither does what brings a
  /// person's token along.
  fileprivate var isKept: Bool {
    kind != .other && !(kind == .invoke && name?.hasPrefix("signin/") == true)
  }
}
