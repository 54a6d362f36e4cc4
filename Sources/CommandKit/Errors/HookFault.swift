/// Why a hook of the profile did not do its work.
package enum HookFault: Error, Sendable, Hashable {
  case notStarted(hook: String, reason: String)
  /// It ended with a code other than 0, and printed this last.
  case failed(hook: String, code: Int, lastWords: String)
  case hung(hook: String, seconds: Int)
  case flooded(hook: String, bytes: Int)
}

extension HookFault {
  static let samples: [HookFault] = [
    .notStarted(hook: "incident-hook", reason: "REASON"),
    .failed(hook: "incident-hook", code: 3, lastWords: "WORDS"),
    .failed(hook: "incident-hook", code: 3, lastWords: ""),
    .hung(hook: "incident-hook", seconds: 10), .flooded(hook: "incident-hook", bytes: 65_536),
  ]
}
