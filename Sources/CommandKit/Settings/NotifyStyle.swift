/// When news that nobody asked for may interrupt somebody who is typing.
package enum NotifyStyle: String, Sendable, CaseIterable {
  /// At once, above the line; only its number, until the line ends; not before the line ends.
  case line, count, off
}
