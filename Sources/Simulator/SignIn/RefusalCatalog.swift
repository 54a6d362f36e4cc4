import HTTPTypes

/// Refusals of Entra ID to which nothing in this tenant leads, for rules that let sign-ins go wrong.
///
/// Nobody here has a password, a second tenant or a license; clients meet these numbers all the same.
enum RefusalCatalog {
  private struct Entry {
    let number: Int
    let error: String
    let suberror: String?
    let hasClaims: Bool
    let text: String

    init(
      _ number: Int, _ error: String, suberror: String? = nil, hasClaims: Bool = false,
      _ text: String
    ) {
      self.number = number
      self.error = error
      self.suberror = suberror
      self.hasClaims = hasClaims
      self.text = text
    }
  }

  static var numbers: [Int] { entries.map(\.number) }

  static func failure(_ number: Int) -> TokenFailure? {
    guard let entry = entries.first(where: { $0.number == number }) else { return nil }
    let policy: Document = [
      "access_token": [
        "capolids": ["essential": true, "values": ["c14f3b1d-9a0e-4f52-8c38-2f0a7e6d5b94"]]
      ]
    ]
    return TokenFailure(
      status: entry.error == "invalid_client" ? .unauthorized : .badRequest, error: entry.error,
      number: number, text: entry.text, suberror: entry.suberror,
      claims: entry.hasClaims ? policy : nil)
  }

  private static let entries = [
    Entry(
      16_000, "interaction_required",
      "The selected user account does not exist in the tenant and cannot access the "
        + "application in that tenant."),
    Entry(
      28_002, "invalid_scope",
      "The provided value for the input parameter scope is not valid when requesting an "
        + "access token."),
    Entry(
      50_001, "invalid_resource",
      "The resource is disabled, or the resource named in the request does not exist in the "
        + "tenant."),
    Entry(
      50_013, "invalid_grant",
      "Assertion failed signature validation."),
    Entry(
      50_014, "invalid_grant",
      "The guest user's redemption is in a pending state. The guest user account is not "
        + "fully created yet."),
    Entry(
      50_053, "invalid_grant",
      "The account is locked because the user tried to sign in too many times with an "
        + "incorrect user ID or password."),
    Entry(
      50_055, "invalid_grant", suberror: "user_password_expired",
      "The password is expired."),
    Entry(
      50_056, "invalid_grant",
      "Invalid or null password: password does not exist in the directory for this user."),
    Entry(
      50_059, "invalid_request",
      "No tenant-identifying information found in either the request or implied by any "
        + "provided credentials."),
    Entry(
      50_072, "interaction_required", suberror: "basic_action", hasClaims: true,
      "The user must enroll in multi-factor authentication to access the resource."),
    Entry(
      50_074, "interaction_required", suberror: "basic_action", hasClaims: true,
      "Strong authentication is required, and the user did not pass the challenge."),
    Entry(
      50_078, "interaction_required", suberror: "basic_action", hasClaims: true,
      "The presented multi-factor authentication has expired due to policies configured by "
        + "your administrator."),
    Entry(
      50_097, "interaction_required", suberror: "message_only", hasClaims: true,
      "Device authentication is required."),
    Entry(
      50_105, "invalid_grant",
      "The signed in user is not assigned to a role for the application."),
    Entry(
      50_126, "invalid_grant",
      "Error validating credentials due to invalid username or password."),
    Entry(
      50_128, "invalid_request",
      "Invalid domain name: no tenant-identifying information found in the request or "
        + "implied by any provided credentials."),
    Entry(
      50_131, "invalid_grant", suberror: "message_only", hasClaims: true,
      "The device or the sign-in does not meet the conditions of a Conditional Access "
        + "policy."),
    Entry(
      50_132, "invalid_grant", suberror: "bad_token",
      "The session is not valid: the password was changed, or the session was revoked."),
    Entry(
      50_133, "invalid_grant", suberror: "bad_token",
      "The session is not valid due to password expiration or recent password change."),
    Entry(
      50_134, "invalid_request",
      "The sign-in was sent to the wrong data center."),
    Entry(
      50_140, "interaction_required",
      "The user was interrupted by the question whether to stay signed in."),
    Entry(
      50_144, "invalid_grant", suberror: "user_password_expired",
      "The user's Active Directory password has expired."),
    Entry(
      50_158, "interaction_required", suberror: "additional_action", hasClaims: true,
      "The external security challenge was not satisfied."),
    Entry(
      50_194, "invalid_request",
      "The application is not configured as a multi-tenant application. Usage of the "
        + "/common endpoint is not supported for such apps. Use a tenant-specific endpoint or "
        + "configure the application to be multi-tenant."),
    Entry(
      50_196, "invalid_grant",
      "The server terminated an operation because it encountered a client request loop."),
    Entry(
      53_002, "interaction_required", suberror: "message_only", hasClaims: true,
      "The application used is not an approved application for Conditional Access."),
    Entry(
      53_004, "interaction_required", suberror: "basic_action", hasClaims: true,
      "The user needs to complete the multi-factor registration process before accessing "
        + "this content, and the sign-in is at risk."),
    Entry(
      65_002, "invalid_request",
      "Consent between first party applications must be configured via preauthorization."),
    Entry(
      65_005, "invalid_resource",
      "The application's required resource access list does not contain applications "
        + "discoverable by the resource."),
    Entry(
      70_001, "unauthorized_client",
      "The application is disabled, or was not found in the directory."),
    Entry(
      70_002, "invalid_client",
      "Error validating credentials: the client's credentials are not valid."),
    Entry(
      70_019, "expired_token",
      "The verification code has expired. Have the user retry the sign-in."),
    Entry(
      70_043, "invalid_grant", suberror: "token_expired",
      "The refresh token has expired or is invalid due to sign-in frequency checks by "
        + "Conditional Access."),
    Entry(
      90_006, "temporarily_unavailable",
      "An external server is not available. Please try again."),
    Entry(
      90_008, "invalid_request",
      "The user or administrator has not consented to use the application, which must at "
        + "least be allowed to sign in and read the user's profile."),
    Entry(
      90_014, "invalid_request",
      "A required field is missing from the request."),
    Entry(
      90_019, "invalid_request",
      "No tenant-identifying information found in either the request or implied by any "
        + "provided credentials."),
    Entry(
      90_024, "temporarily_unavailable",
      "A transient error has occurred. Please try again."),
    Entry(
      90_038, "invalid_request",
      "The tenant's requests are being redirected to its National Cloud."),
    Entry(
      90_055, "temporarily_unavailable",
      "There are too many incoming requests from the tenant."),
    Entry(
      90_072, "invalid_grant",
      "The external user account does not exist in the tenant and cannot access the "
        + "application in that tenant. The account needs to be added as an external user in the "
        + "tenant first."),
    Entry(
      90_093, "access_denied",
      "Graph returned a forbidden error code for the request."),
    Entry(
      90_095, "consent_required", suberror: "consent_required",
      "Admin consent is required. Please submit a request to an administrator for this "
        + "application."),
    Entry(
      500_021, "access_denied",
      "Access to the tenant is denied by tenant restrictions."),
    Entry(
      500_022, "access_denied",
      "Access to the tenant is denied by tenant restrictions: the header names other "
        + "tenants."),
    Entry(
      500_208, "invalid_request",
      "The domain is not a valid sign-in domain for the account type."),
    Entry(
      500_212, "access_denied",
      "The user's administrator has set an outbound access policy that does not allow "
        + "access to the resource tenant."),
    Entry(
      500_213, "access_denied",
      "The resource tenant's cross-tenant access policy does not allow this user to access "
        + "this tenant."),
    Entry(
      530_032, "access_denied", suberror: "message_only", hasClaims: true,
      "Access has been blocked by the tenant's security policy."),
    Entry(
      530_035, "access_denied", suberror: "message_only", hasClaims: true,
      "Access has been blocked by security defaults."),
    Entry(
      650_052, "invalid_resource",
      "The app needs access to a service that your organization has not subscribed to or "
        + "enabled."),
    Entry(
      650_056, "invalid_request",
      "Misconfigured application. The client has not listed any permissions for the "
        + "resource in the requested permissions of its application registration."),
    Entry(
      650_057, "invalid_resource",
      "Invalid resource. The client has requested access to a resource which is not listed "
        + "in the requested permissions in the client's application registration."),
    Entry(
      700_005, "invalid_grant",
      "The provided authorization code is intended to use against another tenant, thus "
        + "rejected."),
    Entry(
      700_023, "invalid_scope",
      "The client application must have a resource in its scope."),
    Entry(
      700_030, "invalid_client",
      "Invalid certificate: the subject name in the certificate is not authorized."),
    Entry(
      700_084, "invalid_grant", suberror: "token_expired",
      "The refresh token was issued to a single page app, and therefore has a fixed, "
        + "limited lifetime, which cannot be extended. It is now expired."),
    Entry(
      7_000_112, "unauthorized_client",
      "The application is disabled."),
  ]
}
