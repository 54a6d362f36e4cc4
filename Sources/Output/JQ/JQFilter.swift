package import Documents
import Synchronization

/// A compiled jq expression, applied to one document after another.
///
/// Compiling takes some 20 ms, applying microseconds: keep the filter. Several threads may share one,
/// and then wait for each other. Numbers pass through jq's doubles, so of an 18-digit number the last
/// digits change; nothing that Graph sends as a number is that long.
package final class JQFilter: Sendable {
  /// What was compiled.
  package let expression: String
  private let program: Mutex<JQProgram>
  private let address: Int
  private let progress = Mutex(Progress.idle)

  private enum Progress {
    case idle, running, stopped
  }

  package init(compiling expression: String) throws(JQError) {
    self.expression = expression
    let program = try JQProgram(compiling: expression)
    address = program.address
    self.program = Mutex(program)
  }

  /// All results for one document.
  package func apply(_ document: JSON) throws(JQError) -> [JSON] {
    var results: [JSON] = []
    do {
      try apply(document) { result in
        results.append(result)
        return true
      }
    } catch let error as JQError {
      throw error
    } catch {
      preconditionFailure("Nothing but jq throws where the receiver only appends.")
    }
    return results
  }

  /// Hands on each result as jq finds it, until the receiver has enough.
  ///
  /// `range(1e9)` has a billion results: a receiver that returns `false` ends it there. The receiver
  /// must not apply the same filter.
  ///
  /// - Parameters:
  ///   - document: What the expression sees as `.`.
  ///   - receive: Takes one result; returns whether another one is wanted.
  /// - Throws: ``JQError`` when the expression fails on this document (results handed on before stay
  ///   valid), and what the receiver throws.
  package func apply(_ document: JSON, _ receive: (JSON) throws -> Bool) throws {
    try program.withLock { program in
      try program.start(on: document)
      progress.withLock { $0 = .running }
      defer { progress.withLock { $0 = .idle } }
      while let result = try program.next() {
        guard try receive(result) else { return }
      }
      guard progress.withLock({ $0 }) == .running else {
        throw JQError(code: .stopped, message: "stopped")
      }
    }
  }

  /// Ends an application that is under way, from any thread.
  ///
  /// For expressions that never come to a result: in jq 1.6 `gsub("";"x")` is one. What was applying
  /// fails with the code `stopped`; the filter can be applied again.
  package func stop() {
    progress.withLock { progress in
      guard progress == .running else { return }
      progress = .stopped
      JQProgram.halt(at: address)
    }
  }
}
