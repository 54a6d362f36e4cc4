import Documents
import Foundation
import Logging
import Records
import TestSupport
import Testing

@testable import BotEndpoint

/// An endpoint that is served in this process on a free port, and the way to it.
struct LiveEndpoint: Sendable {
  let port: Int
  let inbox: Inbox
  let home: TemporaryHome

  /// Serves one while the body runs.
  static func serve(
    limits: EndpointLimits = EndpointLimits(), keys: KeySource? = nil,
    _ body: @Sendable @escaping (LiveEndpoint) async throws -> Void
  ) async throws {
    let home = try TemporaryHome()
    var configuration = EndpointConfiguration(
      folder: home.path, rules: TokenRules(botID: TokenParts.botID))
    configuration.port = 0
    configuration.metadata = KeySource.metadata
    configuration.limits = limits
    let source = try keys ?? KeySource([#require(Signatory.genuine).published()])
    let server = try EndpointServer(configuration, transport: source, logger: .init(label: "test"))
    let inboxFile = configuration.inboxFile
    let (statuses, ready) = AsyncStream.makeStream(of: EndpointStatus.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { ready.finish() }
        try await server.run { ready.yield($0) }
      }
      defer { group.cancelAll() }
      for await status in statuses {
        let inbox = try Inbox.open(at: inboxFile).inbox
        try await body(LiveEndpoint(port: status.port, inbox: inbox, home: home))
        break
      }
    }
  }

  /// Sends one activity with a genuine token, and gives the answer.
  func post(
    _ activity: JSON, path: String = "/api/messages", authorization: String? = nil,
    method: String = "POST"
  ) async throws -> RawAnswer {
    try await post(
      text: activity.text(), path: path, authorization: authorization, method: method)
  }

  func post(
    text: String, path: String = "/api/messages", authorization: String? = nil,
    method: String = "POST"
  ) async throws -> RawAnswer {
    let bearer = try authorization ?? Self.bearer()
    let head = [
      "\(method) \(path) HTTP/1.1", "Host: bot.example", "Authorization: \(bearer)",
      "Content-Type: application/json", "Content-Length: \(text.utf8.count)", "Connection: close",
    ]
    return try await RawConnection.exchange(
      port: port, head.joined(separator: "\r\n") + "\r\n\r\n" + text)
  }

  static func bearer() throws -> String {
    try TokenParts().bearer(by: #require(Signatory.genuine))
  }
}

extension JSON {
  /// A message to the bot.
  static func message(_ id: String, text: String = "hello", _ further: JSON = [:]) -> JSON {
    var object = JSONObject([
      (key: "type", value: "message"), (key: "id", value: .string(id)),
      (key: "channelId", value: "msteams"),
      (key: "serviceUrl", value: .string(TokenParts.serviceURL)),
      (key: "conversation", value: ["id": "19:general"]), (key: "text", value: .string(text)),
    ])
    for field in further.object?.fields ?? [] { object[field.key] = field.value }
    return .object(object)
  }
}
