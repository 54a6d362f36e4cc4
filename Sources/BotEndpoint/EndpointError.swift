/// Why an endpoint cannot begin.
package enum EndpointError: Error, Sendable, Hashable {
  /// Another process is the endpoint of this folder.
  case alreadyRunning(folder: String)
  case portTaken(host: String, port: Int)
  /// The system's words.
  case cannotListen(host: String, port: Int, reason: String)
  case certificateRefused(reason: String)
}
