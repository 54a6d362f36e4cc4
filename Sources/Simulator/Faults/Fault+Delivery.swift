import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

extension Fault {
  /// The answer that the fault puts in the place of the real one; nil to keep that.
  func apply(to delivery: Delivery?, _ exchange: Exchange, _ target: Target) -> Delivery? {
    switch action {
    case .status(let reply), .statusActed(let reply):
      return exchange.response(reply, of: target.service)
    case .refusal(let failure): return exchange.response(failure)
    case .invalidJSON:
      guard var cut = delivery else { return nil }
      cut.bytes.removeLast((cut.bytes.count + 1) / 2)
      return cut
    default: return nil
    }
  }

  /// Sends the answer the way the fault has it, or does not send it.
  ///
  /// The channel is the connection over HTTP/1.1, and the one stream over HTTP/2.
  func deliver(_ delivery: Delivery?, over channel: any NIOCore.Channel) async throws -> Response {
    guard let delivery, !action.withholdsAnswer else {
      if case .stall = action { try await Self.outwait(channel) }
      try await Self.reset(channel)
    }
    switch action {
    case .stall(let pause?):
      try await Task.sleep(for: pause)
      return delivery.response
    case .truncate(let count):
      let sent = Array(delivery.bytes.prefix(count ?? delivery.bytes.count / 2))
      let body = ResponseBody(contentLength: delivery.bytes.count) { writer in
        try await writer.write(ByteBuffer(bytes: sent))
        try await Self.reset(channel, afterwards: true)
      }
      return Response(status: delivery.status, headers: delivery.headers, body: body)
    case .slow(let size, let pause):
      let body = ResponseBody(contentLength: delivery.bytes.count) { writer in
        for start in stride(from: 0, to: delivery.bytes.count, by: size) {
          let end = min(start + size, delivery.bytes.count)
          try await writer.write(ByteBuffer(bytes: delivery.bytes[start..<end]))
          try await Task.sleep(for: pause)
        }
        try await writer.finish(nil)
      }
      return Response(status: delivery.status, headers: delivery.headers, body: body)
    default: return delivery.response
    }
  }

  /// Waits until the client has gone.
  private static func outwait(_ channel: any NIOCore.Channel) async throws {
    try await withGracefulShutdownHandler {
      try await withTaskCancellationHandler {
        try await channel.closeFuture.get()
      } onCancel: {
        channel.close(promise: nil)
      }
    } onGracefulShutdown: {
      channel.close(promise: nil)
    }
  }

  /// Closes the connection without a word: over TCP a reset, not an end.
  ///
  /// What was sent before does not arrive after a reset, and so there is none when it must.
  private static func reset(
    _ channel: any NIOCore.Channel, afterwards isSent: Bool = false
  ) async throws -> Never {
    if !isSent, let socket = channel as? any SocketOptionProvider {
      try? await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
    try? await channel.close()
    throw Lost()
  }

  /// Ends the handling of a request whose connection is gone.
  private struct Lost: Error {}
}

extension Exchange {
  /// The answer of a rule, in the words of the service that was asked.
  func response(_ reply: Fault.Reply, of service: FaultRule.Service) -> Delivery {
    switch service {
    case .graph, .storage:
      return reply.body == nil ? response(reply.failure) : response(reply.answer)
    case .bot:
      guard reply.body == nil else { return response(connector: .success(reply.answer)) }
      return response(
        connector: .failure(ConnectorFailure(status: reply.status, headers: reply.headers)))
    case .signIn:
      return reply.body == nil ? refusal(reply) : response(signIn: reply.answer)
    }
  }

  private func refusal(_ reply: Fault.Reply) -> Delivery {
    var failure = TokenFailure.transient
    failure.status = reply.status
    var delivery = response(failure)
    for field in reply.headers { delivery.headers[field.name] = field.value }
    return delivery
  }
}
