/// A code that a person types into a browser, and the secret that it stands for.
package struct DeviceAuthorization: Sendable {
  package let userCode: String
  package let verificationAddress: String
  /// The service's own sentence with code and address, in the language it chose.
  package let message: String?
  package let lifetime: Duration
  package let interval: Duration
  package let deviceCode: Secret

  package init(
    userCode: String, verificationAddress: String, message: String?, lifetime: Duration,
    interval: Duration, deviceCode: Secret
  ) {
    self.userCode = userCode
    self.verificationAddress = verificationAddress
    self.message = message
    self.lifetime = lifetime
    self.interval = interval
    self.deviceCode = deviceCode
  }
}
