import Foundation
import HTTPTypes
import Synchronization

/// Keeps the rules of a run, and the access tokens that they revoked.
final class FaultDesk: Sendable {
  private let plan: Mutex<FaultPlan>
  private let revoked = Mutex<Set<String>>([])
  private let clock: ClockShift

  /// Reads a file of rules.
  ///
  /// - Throws: ``FaultFileError`` when it is not one.
  init(path: String, clock: ClockShift) throws(FaultFileError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FaultFileError(path: path, place: nil, reason: "it cannot be read")
    }
    let bytes = Array(data)
    do throws(FaultFileError.Reason) {
      plan = Mutex(try FaultPlan(bytes))
    } catch {
      throw FaultFileError(
        path: path, place: .init(offset: error.offset(in: bytes), in: bytes), reason: error.text)
    }
    self.clock = clock
  }

  /// Takes other rules, which count from the beginning.
  func follow(_ rules: FaultPlan) {
    plan.withLock { $0 = rules }
  }

  /// The fault that strikes a request, if one does; what outlives the request happens here.
  func next(
    _ method: HTTPRequest.Method, _ path: RequestPath, of service: FaultRule.Service,
    authorization: String? = nil, isItem: Bool = false
  ) -> Fault? {
    let fault = plan.withLock { $0.next(method, path, of: service, isItem: isItem) }
    switch fault?.action {
    case .revoke:
      if let authorization { revoked.withLock { _ = $0.insert(authorization) } }
    case .clock(let seconds): clock.move(by: seconds)
    default: break
    }
    return fault
  }

  /// Whether the token of this `Authorization` header was revoked.
  func hasRevoked(_ authorization: String) -> Bool {
    revoked.withLock { $0.contains(authorization) }
  }
}
