/// Why the bot's messaging endpoint cannot be started, ended or reached.
package enum EndpointFault: Error, Sendable, Hashable {
  /// The endpoint's program is not where it should be.
  case programMissing(String)
  /// It ended before it took anything in; with its own last words, and where its log is.
  case notStarted(reason: String, log: String)
  /// It was told to end, and goes on.
  case notEnded(process: Int)
  /// Nobody said under which address the connector finds it.
  case addressMissing
  /// What was given as its address is none that the connector can use.
  case addressInvalid(String)
}

extension EndpointFault {
  static let samples: [EndpointFault] = [
    .programMissing("FILE"), .notStarted(reason: "REASON", log: "FILE"),
    .notEnded(process: 1), .addressMissing, .addressInvalid("TEXT"),
  ]
}
