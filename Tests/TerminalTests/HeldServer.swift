import Foundation
import Synchronization

/// A server that answers everything at once but for some paths, which it holds until told.
final class HeldServer: Sendable {
  private let server: ScriptedServer
  private let gates: [String: DispatchSemaphore]
  private let answered: Answered

  private final class Answered: Sendable {
    let paths = Mutex<Set<String>>([])
  }

  init(_ paths: [String]) throws {
    let gates = Dictionary(uniqueKeysWithValues: paths.map { ($0, DispatchSemaphore(value: 0)) })
    let answered = Answered()
    server = try ScriptedServer { line in
      if let (path, gate) = gates.first(where: { line.contains("\($0.key) ") }) {
        gate.wait()
        answered.paths.withLock { _ = $0.insert(path) }
      }
      return .reply("200 OK", [], "{\"value\":[]}")
    }
    self.gates = gates
    self.answered = answered
  }

  deinit {
    for gate in gates.values { gate.signal() }
  }

  var root: String { server.root }

  /// Lets a path be answered.
  func release(_ path: String) { gates[path]?.signal() }

  func isAsked(_ path: String) -> Bool { server.requests.contains { $0.contains("\(path) ") } }

  func isAnswered(_ path: String) -> Bool { answered.paths.withLock { $0.contains(path) } }
}
