import Foundation

/// Does what blocks on a thread of its own.
///
/// Swift's pool has as many threads as the machine has cores. A test that waits on one of them for a program
/// which asks a server of the same test waits for itself.
package func blocking<Value: Sendable>(
  _ body: @Sendable @escaping () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}
