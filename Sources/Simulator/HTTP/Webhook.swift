import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOPosix
import NIOSSL

/// An endpoint on this machine that a subscriber listens at.
///
/// Graph wants HTTPS; this tenant speaks to nobody outside, and takes plain HTTP. Over HTTPS it takes
/// whatever certificate is there: it is this machine's own.
struct Webhook: Sendable {
  /// What it said.
  struct Reply: Sendable {
    let status: Int
    let type: String
    let text: String
  }

  /// Says that no answer came.
  struct Silent: Error {}

  /// The longest answer that is read, in bytes.
  private static let longest = 256 * 1024

  let text: String
  private let isSecure: Bool
  private let host: String
  private let port: Int
  private let target: String

  /// Makes nothing of an address that is not one of HTTP on the loopback interface.
  init?(_ text: String) {
    guard
      let match = text.wholeMatch(
        of: /(https?):\/\/(localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?(\/[^#\s]*)?/)
    else { return nil }
    self.text = text
    isSecure = match.1 == "https"
    host = match.2 == "[::1]" ? "::1" : String(match.2)
    port = match.3.flatMap { Int($0) } ?? (isSecure ? 443 : 80)
    target = match.4.map(String.init) ?? "/"
    guard (1...65_535).contains(port) else { return nil }
  }

  /// Sends one POST on a connection of its own.
  ///
  /// - Throws: ``Silent``, or what the system says of the connection.
  func post(
    _ body: [UInt8], type: String, query: String? = nil, headers: HTTPFields = [:],
    within limit: Duration
  ) async throws -> Reply {
    try await withThrowingTaskGroup(of: Reply.self) { group in
      group.addTask { try await exchange(body, type: type, query: query, headers) }
      group.addTask {
        try await Task.sleep(for: limit)
        throw Silent()
      }
      defer { group.cancelAll() }
      guard let reply = try await group.next() else { throw Silent() }
      return reply
    }
  }

  private func exchange(
    _ body: [UInt8], type: String, query: String?, _ headers: HTTPFields
  ) async throws -> Reply {
    let path = query.map { "\(target)\(target.contains("?") ? "&" : "?")\($0)" } ?? target
    var request = HTTPRequest(
      method: .post, scheme: isSecure ? "https" : "http", authority: "\(host):\(port)", path: path)
    request.headerFields = [
      .contentType: type, .contentLength: String(body.count), .connection: "close",
    ]
    for field in headers { request.headerFields.append(field) }
    let head = request
    let secure = isSecure ? try Self.security() : nil
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(.seconds(5))
      .connect(host: host, port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          if let secure {
            try channel.pipeline.syncOperations.addHandler(
              NIOSSLClientHandler(context: secure, serverHostname: nil))
          }
          try channel.pipeline.syncOperations.addHTTPClientHandlers()
          try channel.pipeline.syncOperations.addHandler(HTTP1ToHTTPClientCodec())
          return try NIOAsyncChannel<HTTPResponsePart, HTTPRequestPart>(
            wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(.head(head))
      if !body.isEmpty { try await outbound.write(.body(ByteBuffer(bytes: body))) }
      try await outbound.write(.end(nil))
      var (status, type, bytes) = (0, "", [UInt8]())
      for try await part in inbound {
        switch part {
        case .head(let response):
          status = response.status.code
          type = response.headerFields[.contentType] ?? ""
        case .body(let buffer):
          bytes += buffer.readableBytesView
          guard bytes.count <= Self.longest else { throw Silent() }
        case .end:
          return Reply(status: status, type: type, text: String(decoding: bytes, as: UTF8.self))
        }
      }
      throw Silent()
    }
  }
}

extension Webhook {
  private static func security() throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.certificateVerification = .none
    return try NIOSSLContext(configuration: configuration)
  }

  /// Refuses an endpoint that does not say what it is asked to, within ten seconds.
  func validate() async throws(GraphFailure) {
    let token =
      "Validation: Testing client application reachability for subscription Request-Id: "
      + Secrets.text(length: 24)
    let reply: Reply
    do {
      reply = try await post(
        [], type: "text/plain; charset=utf-8", query: "validationToken=\(token.percentEncoded)",
        within: .seconds(10))
    } catch {
      throw .badRequest("Subscription validation request timed out.", code: "ValidationError")
    }
    guard reply.status == 200 else {
      throw .badRequest(
        "Subscription validation request failed. Notification endpoint must respond with 200 OK "
          + "to validation request.", code: "ValidationError")
    }
    guard reply.text == token, reply.type.lowercased().hasPrefix("text/plain") else {
      throw .badRequest(
        "Subscription validation request failed. The validation token must be returned as "
          + "plain text.", code: "ValidationError")
    }
  }
}
