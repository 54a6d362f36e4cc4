import Documents
import HTTPTypes
import Transport

extension GraphError {
  /// Reads a refusal.
  ///
  /// Bodies differ by workload and age, and a gateway may answer with HTML or half a body: whatever
  /// cannot be read is left out, and the status alone still gives a code.
  init(answer: TransportResponse, method: HTTPRequest.Method, template: String) {
    let status = answer.head.status.code
    let body = ErrorBody(answer.body)
    let headers = answer.head.headerFields
    self.init(
      code: Code(graphCode: body.code, status: status),
      status: status,
      graphCode: body.code,
      message: body.message,
      requestID: headers[.requestID] ?? body.requestID,
      retryAfter: RetryAfter.duration(in: headers),
      method: method,
      template: template,
      missingPermissions: Self.permissions(namedIn: body.message))
  }

  /// The list in "API requires one of 'Team.ReadBasic.All, TeamSettings.Read.All'".
  ///
  /// This is the only place where Graph names missing permissions, so its words are read after all; the
  /// permissions are only shown, and nothing is decided on them.
  static func permissions(namedIn message: String) -> [String] {
    let opening = "API requires one of '"
    guard let start = message.firstRange(of: opening)?.upperBound else { return [] }
    return message[start...].prefix { $0 != "'" }
      .split { $0 == "," || $0 == " " }
      .map(String.init)
  }
}

extension GraphError.Code {
  /// Finds the code by Graph's own, whose casing differs between workloads, and else by the status.
  init(graphCode: String, status: Int) {
    self = Self.byGraphCode[graphCode.lowercased()] ?? Self.byStatus[status] ?? .unexpectedStatus
  }

  private static let byGraphCode: [String: Self] = [
    "activitylimitreached": .throttled,
    "toomanyrequests": .throttled,
    "quotalimitreached": .quotaExceeded,
    "directory_quotaexceeded": .quotaExceeded,
    "request_resourcenotfound": .notFound,
    "itemnotfound": .notFound,
    "authorization_requestdenied": .forbidden,
    "directory_concurrencyviolation": .conflict,
    "namealreadyexists": .conflict,
    "request_unsupportedquery": .unsupportedQuery,
    "directory_expiredpagetoken": .gone,
    "syncstatenotfound": .gone,
    "resyncrequired": .gone,
  ]

  private static let byStatus: [Int: Self] = [
    400: .badRequest, 401: .unauthorized, 402: .paymentRequired, 403: .forbidden, 404: .notFound,
    405: .methodNotAllowed, 409: .conflict, 410: .gone, 412: .preconditionFailed, 413: .tooLarge,
    415: .unsupportedMediaType, 423: .locked, 424: .failedDependency, 429: .throttled,
    500: .serverFailed, 501: .notImplemented, 502: .badGateway, 503: .unavailable,
    504: .gatewayTimeout, 507: .quotaExceeded, 509: .throttled,
  ]
}

/// The parts of an error body that could be read.
private struct ErrorBody {
  var code = ""
  var message = ""
  var requestID: String?

  init(_ bytes: [UInt8]) {
    guard let document = try? JSON(parsing: bytes) else { return }
    guard let error = document["error"] else { return }
    if let word = error.string {
      // The shape of the sign-in service and of some gateways.
      code = word
      message = document["error_description"]?.string ?? document["message"]?.string ?? ""
      return
    }
    let inner = error["innerError"] ?? error["innererror"]
    code = Self.text("code", error, inner)
    message = Self.text("message", error, inner)
    requestID = inner?["request-id"]?.string ?? error["request-id"]?.string
  }

  /// Some workloads leave a field empty and say more in the inner error.
  private static func text(_ key: String, _ error: JSON, _ inner: JSON?) -> String {
    let outer = error[key]?.string ?? ""
    return outer.isEmpty ? inner?[key]?.string ?? "" : outer
  }
}
