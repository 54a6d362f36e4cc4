package import Documents
import Foundation

/// One write to the tenant as the journal keeps it: who does what to which objects.
package struct Deed: Sendable, Hashable {
  /// An object that the write is about.
  package struct Target: Sendable, Hashable {
    package let id: String
    package let name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// `person`, `app` or `bot`.
  package let identity: String
  /// The account's user principal name, or the app's id.
  package let account: String
  /// The command's name, as `channel create`.
  package let command: String
  package let method: String
  /// The request's path with its ids left out, as `/teams/{}/channels`.
  package let template: String
  package let targets: [Target]

  package init(
    identity: String, account: String, command: String, method: String, template: String,
    targets: [Target]
  ) {
    self.identity = identity
    self.account = account
    self.command = command
    self.method = method
    self.template = template
    self.targets = targets
  }

  func intent(key: String, at time: Date) -> JSON {
    [
      "event": "intent", "key": .string(key), "time": .string(Deed.stamp(time)),
      "pid": .int(Int(ProcessInfo.processInfo.processIdentifier)),
      "identity": .string(identity), "account": .string(account), "command": .string(command),
      "method": .string(method), "path": .string(template),
      "targets": .array(
        targets.map { ["id": .string($0.id), "name": .string($0.name)] }),
    ]
  }

  static func stamp(_ time: Date) -> String {
    time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}

/// How a write ended.
package struct DeedOutcome: Sendable, Hashable {
  /// What is known of it.
  package enum Result: String, Sendable, Hashable {
    case done
    /// The write did not happen: the server said no, or it never left, be it for want of a connection or
    /// because it was interrupted before.
    case refused
    /// The answer was lost or not waited for: the write may or may not have happened.
    case unknown
  }

  package let result: Result
  /// The HTTP status; `nil` where no answer came.
  package let status: Int?
  /// Graph's `request-id`, for a support case.
  package let requestID: String?

  package init(_ result: Result, status: Int? = nil, requestID: String? = nil) {
    self.result = result
    self.status = status
    self.requestID = requestID
  }

  func line(key: String, at time: Date) -> JSON {
    [
      "event": "outcome", "key": .string(key), "time": .string(Deed.stamp(time)),
      "result": .string(result.rawValue), "status": status.map(JSON.int) ?? .null,
      "requestId": .optional(requestID),
    ]
  }
}

/// A deed and, once known, its outcome, as read back from the journal.
package struct JournalEntry: Sendable, Hashable {
  package let key: String
  package let intent: JSON
  package internal(set) var outcome: JSON?

  /// `done`, `refused` or `unknown`; a deed without an outcome is unknown.
  package var result: String { outcome?["result"]?.string ?? DeedOutcome.Result.unknown.rawValue }

  /// Whether the process that meant to do it is still there.
  var isUnderWay: Bool {
    guard let process = intent["pid"]?.int else { return false }
    return kill(pid_t(process), 0) == 0
  }

  /// Both lines as one document.
  package var document: JSON {
    guard case .object(var object) = intent else { return intent }
    object["event"] = nil
    object["pid"] = nil
    object["result"] = .string(result)
    for field in ["status", "requestId"] { object[field] = outcome?[field] ?? .null }
    object["ended"] = outcome?["time"] ?? .null
    return .object(object)
  }
}
