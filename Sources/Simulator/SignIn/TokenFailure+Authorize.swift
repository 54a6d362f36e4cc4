/// Refusals of what an app asks of the sign-in page, and of what a person does there.
extension TokenFailure {
  static func unknownRedirect(_ address: String, app: String) -> TokenFailure {
    TokenFailure(
      error: "invalid_request", number: 50_011,
      text: "The redirect URI '\(address)' specified in the request does not match the redirect "
        + "URIs configured for the application '\(app)'. Make sure the redirect URI sent in the "
        + "request matches one added to your application in the Azure portal.")
  }

  static func badResponseMode(_ mode: String) -> TokenFailure {
    TokenFailure(
      error: "invalid_request", number: 90_023,
      text: "The 'response_mode' parameter '\(mode)' is not supported.")
  }

  static func unsupportedResponseType(_ type: String) -> TokenFailure {
    TokenFailure(
      error: "unsupported_response_type", number: 70_005,
      text: "The response_type '\(type)' is not enabled for the application.")
  }

  static func badPrompt(_ prompt: String) -> TokenFailure {
    TokenFailure(
      error: "invalid_request", number: 90_023, text: "Unsupported 'prompt' value '\(prompt)'.")
  }

  static let badChallenge = TokenFailure(
    error: "invalid_request", number: 50_147,
    text: "The size of the Code_Challenge parameter is not valid.")

  static let badChallengeMethod = TokenFailure(
    error: "invalid_request", number: 501_491,
    text: "The Code_Challenge_method parameter is not valid: it must be 'plain' or 'S256'.")

  static let malformedClaims = TokenFailure(
    error: "invalid_request", number: 9_002_313,
    text: "Invalid request. Request is malformed or invalid: 'claims' is not a JSON object.")

  static let noSession = TokenFailure(
    error: "login_required", number: 50_058,
    text: "A silent sign-in request was sent but no user is signed in.")

  static let declinedConsent = TokenFailure(
    error: "access_denied", number: 65_004,
    text: "User declined to consent to access the app.")

  static let noConsumers = TokenFailure(
    error: "invalid_request", number: 9_002_332,
    text: "The application is configured for use by Azure Active Directory users only. "
      + "Please do not use the /consumers endpoint to serve this request.")
}
