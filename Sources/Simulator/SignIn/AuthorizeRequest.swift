/// What an app wants when it sends a person to the sign-in page.
struct AuthorizeRequest: Sendable {
  /// How much the person must be shown.
  enum Prompt: String, Sendable {
    case login, none, consent
    case selectAccount = "select_account"
  }

  let client: String
  let target: RedirectTarget
  let scope: String
  let scopes: ScopeSet
  let prompt: Prompt?
  let hint: String?
  let nonce: String?
  let proofKey: ProofKey?
  let claims: RequestedClaims

  /// Reads all but the client and the target, whose faults the app is not told of.
  init(_ fields: FormFields, client: String, target: RedirectTarget) throws(TokenFailure) {
    self.client = client
    self.target = target
    let type = try fields.required("response_type")
    guard type == "code" else { throw .unsupportedResponseType(type) }
    scope = try fields.required("scope")
    scopes = try ScopeSet(scope)
    if let prompt = fields["prompt"] {
      guard let known = Prompt(rawValue: prompt) else { throw .badPrompt(prompt) }
      self.prompt = known
    } else {
      prompt = nil
    }
    hint = fields["login_hint"]
    nonce = fields["nonce"]
    proofKey = try ProofKey(fields)
    claims = try RequestedClaims(fields)
  }
}
