import CommandKit
import Documents

/// One way in which the tenant lets a write go wrong, and what becomes of the write then.
///
/// A server that does the work and then says that it did not (429, a refusal) is none of them: no client
/// could know.
struct Mishap: Sendable {
  /// What becomes of the write.
  enum Course: Sendable {
    /// It is done in the end.
    case passes
    /// The tenant says no, and does nothing.
    case refuses(ExitCode)
    /// The first try ends without a sure answer; the tenant did the work, or not. The next is answered.
    case doubts(isActed: Bool, ExitCode)
    /// No try ends with a sure answer.
    case doubtsForGood(ExitCode)
    /// The answer to work that was done breaks off.
    case breaksOff
    /// The answer to work that was done cannot be read.
    case babbles
  }

  let name: String
  /// The rules of the tenant's file, yet without the requests that they are about.
  let rules: [[(String, JSON)]]
  let course: Course
  /// Whether the client has to give up waiting.
  var tiresClient = false
  /// Whether it changes the tenant for everybody.
  var concernsAll = false
}

// MARK: - The table

extension Mishap {
  static let all = losses + doubts + patience + refusals + tokens + answers

  private static let first: (String, JSON) = ("nth", 1)

  private static func fault(_ name: String) -> (String, JSON) { ("fault", .string(name)) }

  private static func status(
    _ code: Int, isActed: Bool = false, _ headers: JSON = [:]
  ) -> [(String, JSON)] {
    [
      fault(isActed ? "status-acted" : "status"), ("status", .int(code)), ("headers", headers),
    ]
  }

  private static let losses = [
    Mishap(
      name: "lost unread", rules: [[fault("reset-unread"), first]],
      course: .doubts(isActed: false, .network)),
    Mishap(
      name: "lost undone", rules: [[fault("reset-unacted"), first]],
      course: .doubts(isActed: false, .network)),
    Mishap(
      name: "lost when done", rules: [[fault("reset-acted"), first]],
      course: .doubts(isActed: true, .network)),
    Mishap(
      name: "lost each time", rules: [[fault("reset-unacted")]],
      course: .doubtsForGood(.network)),
    Mishap(
      name: "lost when done, then refused",
      rules: [[fault("reset-acted"), first], status(403) + [("from", 2)]],
      course: .doubtsForGood(.network)),
    Mishap(
      name: "lost when done, then the token refused",
      rules: [[fault("reset-acted"), first], status(401) + [("nth", 2)]],
      course: .doubts(isActed: true, .network)),
    Mishap(
      name: "never answered", rules: [[fault("stall")]], course: .doubtsForGood(.network),
      tiresClient: true),
  ]

  private static let doubts =
    [502, 503, 504].flatMap { code in
      [false, true].map { isActed in
        Mishap(
          name: "\(code) \(isActed ? "when done" : "undone")",
          rules: [status(code, isActed: isActed) + [first]],
          course: .doubts(isActed: isActed, .server))
      } + [
        Mishap(
          name: "\(code) each time", rules: [status(code)], course: .doubtsForGood(.server))
      ]
    } + [
      Mishap(
        name: "500 undone", rules: [status(500) + [first]], course: .doubtsForGood(.server)),
      Mishap(
        name: "500 when done", rules: [status(500, isActed: true) + [first]],
        course: .doubtsForGood(.server)),
    ]

  private static let patience = [
    Mishap(name: "429", rules: [status(429) + [first]], course: .passes),
    Mishap(
      name: "429 for a time", rules: [status(429, ["Retry-After": "2.5"]) + [first]],
      course: .passes),
    Mishap(
      name: "429 until a date",
      rules: [status(429, ["Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"]) + [first]],
      course: .passes),
    Mishap(
      name: "429 each time", rules: [status(429, ["Retry-After": "1"])],
      course: .refuses(.throttled)),
    Mishap(
      name: "503 for a time", rules: [status(503, ["Retry-After": "3"]) + [first]],
      course: .passes),
    Mishap(
      name: "503 for a time each time", rules: [status(503, ["Retry-After": "3"])],
      course: .refuses(.server)),
  ]

  private static let refusals = [
    (400, .failed), (403, .permission), (404, .notFound), (409, .failed), (412, .failed),
    (423, .failed),
  ].map { (code: Int, exit: ExitCode) in
    Mishap(name: "\(code)", rules: [status(code)], course: .refuses(exit))
  }

  private static let tokens = [
    Mishap(name: "401", rules: [status(401) + [first]], course: .passes),
    Mishap(
      name: "401 with claims", rules: [status(401, ["WWW-Authenticate": challenge]) + [first]],
      course: .passes),
    Mishap(name: "401 each time", rules: [status(401)], course: .refuses(.signIn)),
    Mishap(name: "revoked token", rules: [[fault("revoke"), first]], course: .passes),
    Mishap(
      name: "clock ahead", rules: [[fault("clock"), ("seconds", 108_000), first]],
      course: .passes, concernsAll: true),
    Mishap(
      name: "clock behind", rules: [[fault("clock"), ("seconds", .int(-108_000)), first]],
      course: .passes, concernsAll: true),
  ]

  /// `{"access_token":{"nbf":{"essential":true,"value":"1702682181"}}}`, as a challenge has it.
  private static let challenge: JSON = .string(
    #"Bearer realm="", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7"#
      + #"ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxNzAyNjgyMTgxIn19fQ==""#)

  private static let answers = [
    Mishap(
      name: "held back", rules: [[fault("stall"), ("milliseconds", 20)]], course: .passes),
    Mishap(
      name: "slow bytes", rules: [[fault("slow"), ("bytes", 100), ("milliseconds", 1)]],
      course: .passes),
    Mishap(name: "cut short", rules: [[fault("truncate"), first]], course: .breaksOff),
    Mishap(name: "no JSON", rules: [[fault("invalid-json"), first]], course: .babbles),
  ]
}
