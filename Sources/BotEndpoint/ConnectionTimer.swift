import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that take too long for a handshake, a head or a body, however busily they drip.
final class ConnectionTimer: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private var times: ConnectionTimes
  private var timer: Scheduled<Void>?

  init(limits: EndpointLimits) {
    times = ConnectionTimes(limits: limits)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    set(.set(times.headLimit), context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    set(.clear, context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !times.isDeaf else { return }
    switch unwrapInboundIn(data) {
    case .head: set(times.readHead(), context)
    case .body: break
    case .end: set(times.readEnd(), context)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head) where times.writeHead():
      head.headerFields[.connection] = "close"
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .end:
      set(times.writeEnd(), context)
      context.write(data, promise: promise)
    default:
      context.write(data, promise: promise)
    }
  }

  private func set(_ change: ConnectionTimes.Timer, _ context: ChannelHandlerContext) {
    switch change {
    case .keep: break
    case .clear:
      timer?.cancel()
      timer = nil
    case .set(let amount):
      timer?.cancel()
      timer = context.eventLoop.assumeIsolated().scheduleTask(in: amount) { [weak self] in
        self?.runOut(context)
      }
    }
  }

  private func runOut(_ context: ChannelHandlerContext) {
    if times.runOut() {
      let head = HTTPResponse(
        status: .requestTimeout, headerFields: [.connection: "close", .contentLength: "0"])
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
    context.close(promise: nil)
  }
}
