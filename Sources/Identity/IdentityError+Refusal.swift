internal import Documents

extension IdentityError {
  /// Reads what the login service says when it gives no token.
  ///
  /// The class in `error` decides, then `suberror`. The AADSTS number is asked only where one class holds
  /// causes that a person mends in different ways.
  init(refusal: JSON, status: Int) {
    let number =
      refusal["error_codes"]?.array?.first?.int
      ?? refusal["error_description"]?.string.flatMap(Self.number)
    self.init(
      code: Self.code(refusal, number: number, status: status),
      aadsts: number,
      description: refusal["error_description"]?.string.flatMap(Self.firstLine),
      claims: refusal["claims"]?.string,
      status: status)
  }

  private static func code(_ refusal: JSON, number: Int?, status: Int) -> Code {
    switch number {
    case 90002, 900021, 50059: return .unknownTenant
    case 70019, 70020: return .expiredCode
    case 65001: return .consentRequired
    // Blocked, or only for devices that the company manages: Conditional Access.
    case 53000, 53001, 53003, 530036: return .policyRefused
    default: break
    }
    switch refusal["error"]?.string {
    case "authorization_pending": return .authorizationPending
    case "slow_down": return .askedTooOften
    case "authorization_declined", "access_denied": return .declined
    case "expired_token", "code_expired": return .expiredCode
    case "invalid_client", "unauthorized_client": return .invalidClient
    case "invalid_tenant": return .unknownTenant
    case "consent_required": return .consentRequired
    case "interaction_required", "login_required": return .interactionRequired
    case "invalid_scope": return .scopeUnknown
    case "temporarily_unavailable", "server_error": return .serverFailed
    case "invalid_grant": return invalidGrant(refusal)
    case nil: return status >= 500 ? .serverFailed : .malformedAnswer
    default: return status >= 500 || status == 429 ? .serverFailed : .requestRefused
    }
  }

  private static func invalidGrant(_ refusal: JSON) -> Code {
    switch refusal["suberror"]?.string {
    case "consent_required":
      .consentRequired
    case "basic_action", "additional_action", "message_only", "user_password_expired",
      "protection_policy_required":
      .interactionRequired
    default:
      refusal["claims"] == nil ? .refreshExpired : .interactionRequired
    }
  }

  /// The number in front of a description, for answers that bring it nowhere else.
  private static func number(_ description: String) -> Int? {
    guard description.hasPrefix("AADSTS") else { return nil }
    return Int(description.dropFirst(6).prefix(while: \.isNumber))
  }

  /// The sentence before the trace id, which the service puts on the same line.
  private static func firstLine(_ text: String) -> String? {
    guard let line = text.split(whereSeparator: \.isNewline).first else { return nil }
    return String(line.firstRange(of: " Trace ID:").map { line[..<$0.lowerBound] } ?? line)
  }
}
