/// Refusals by the tenant's Conditional Access policies.
extension TokenFailure {
  private static func refusal(
    _ error: String, _ number: Int, _ text: String, policy: String, suberror: String?
  ) -> TokenFailure {
    TokenFailure(
      error: error, number: number, text: text, suberror: suberror,
      claims: [
        "access_token": ["capolids": ["essential": true, "values": [.string(policy)]]]
      ])
  }

  static func blocked(policy: String) -> TokenFailure {
    refusal(
      "access_denied", 53_003,
      "Access has been blocked by Conditional Access policies. The access policy does not allow "
        + "token issuance.", policy: policy, suberror: "message_only")
  }

  static func blockedFlow(policy: String) -> TokenFailure {
    refusal(
      "access_denied", 530_036,
      "Access has been blocked by Conditional Access policies. The authentication flow of this "
        + "request is not allowed.", policy: policy, suberror: "message_only")
  }

  static func needsCompliantDevice(policy: String) -> TokenFailure {
    refusal(
      "interaction_required", 53_000,
      "Device is not in required device state: compliant. Conditional Access policy requires a "
        + "compliant device, and the device is not compliant. The user must enroll their device "
        + "with an approved MDM provider like Intune.", policy: policy, suberror: "message_only")
  }

  static func needsJoinedDevice(policy: String) -> TokenFailure {
    refusal(
      "interaction_required", 53_001,
      "Device is not in required device state: domain_joined. Conditional Access policy requires "
        + "a domain joined device, and the device is not domain joined.", policy: policy,
      suberror: "message_only")
  }

  static func needsSecondFactor(policy: String) -> TokenFailure {
    refusal(
      "interaction_required", 50_076,
      "Due to a configuration change made by your administrator, or because you moved to a new "
        + "location, you must use multi-factor authentication to access "
        + "'00000003-0000-0000-c000-000000000000'.", policy: policy, suberror: "basic_action")
  }

  static func needsRegistration(policy: String) -> TokenFailure {
    refusal(
      "interaction_required", 50_079,
      "Due to a configuration change made by your administrator, or because you moved to a new "
        + "location, you must enroll in multi-factor authentication to access "
        + "'00000003-0000-0000-c000-000000000000'.", policy: policy, suberror: "basic_action")
  }
}
