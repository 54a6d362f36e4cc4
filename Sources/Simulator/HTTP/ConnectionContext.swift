import Hummingbird
import NIOCore

/// What a request brings along beside itself: the connection or the stream that it came on.
struct ConnectionContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The connection over HTTP/1.1, the one stream over HTTP/2.
  let channel: any NIOCore.Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}
