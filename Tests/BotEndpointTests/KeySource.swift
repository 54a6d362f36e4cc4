import Documents
import Foundation
import HTTPTypes
import Synchronization
import TestSupport
import Transport

/// The connector's metadata and keys, answered any number of times and counted.
final class KeySource: HTTPTransport {
  static let metadata = "https://login.example/metadata"

  private struct State {
    var keys: JSON
    var fetches = 0
    var isDown = false
  }

  private let state: Mutex<State>
  private let gate: Gate?

  init(_ keys: [JSON], gate: Gate? = nil) {
    state = Mutex(State(keys: .array(keys)))
    self.gate = gate
  }

  /// How often the keys were asked for.
  var fetches: Int { state.withLock { $0.fetches } }

  func publish(_ keys: [JSON]) {
    state.withLock { $0.keys = .array(keys) }
  }

  func fail(_ isDown: Bool = true) {
    state.withLock { $0.isDown = isDown }
  }

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    if let gate { _ = await gate.pass() }
    let isMetadata = request.head.path == "/metadata"
    let document: JSON? = state.withLock { state in
      if isMetadata { state.fetches += 1 }
      guard !state.isDown else { return nil }
      return isMetadata
        ? ["jwks_uri": "https://login.example/keys"] : ["keys": state.keys]
    }
    guard let document else {
      throw TransportError(code: .connectFailed, host: "login.example", detail: "down")
    }
    return TransportResponse(head: HTTPResponse(status: .ok), body: document.bytes)
  }
}
