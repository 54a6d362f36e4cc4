/// Whom a client asks.
package enum AskedServer: Sendable, Hashable {
  case graph
  /// The Bot connector, whose paths say their own version.
  case connector

  /// The version that a path without one means; empty where paths say all there is to say.
  var version: String { self == .graph ? "/v1.0" : "" }
}
