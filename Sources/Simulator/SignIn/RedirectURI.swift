import Foundation

/// An address of the app to which Entra ID may send a browser.
struct RedirectURI: Sendable, Equatable {
  /// Whether the app behind it can keep a secret.
  enum Platform: Sendable {
    /// An app on somebody's device, which proves nothing of itself.
    case publicClient
    /// An app on a server, which must prove itself when it redeems a code.
    case web
  }

  let address: String
  let platform: Platform

  /// What the tenant's app has registered.
  static let registered = [
    RedirectURI(address: "http://localhost", platform: .publicClient),
    RedirectURI(address: "http://127.0.0.1", platform: .publicClient),
    RedirectURI(
      address: "https://login.microsoftonline.com/common/oauth2/nativeclient",
      platform: .publicClient),
    RedirectURI(address: "http://localhost/web", platform: .web),
  ]

  /// Finds what was registered for an address.
  ///
  /// The port of a loopback address does not matter, since it is chosen when the app runs; the path
  /// does.
  static func registration(of address: String) -> RedirectURI? {
    guard let wanted = comparable(address) else { return nil }
    return registered.first { comparable($0.address) == wanted }
      .map { RedirectURI(address: complete(address), platform: $0.platform) }
  }

  /// The address as browsers write it, with a path.
  static func complete(_ address: String) -> String {
    guard let parts = URLComponents(string: address), parts.path.isEmpty, parts.query == nil
    else { return address }
    return address + "/"
  }

  private static func comparable(_ address: String) -> String? {
    guard var parts = URLComponents(string: complete(address)), let host = parts.host,
      parts.fragment == nil, parts.user == nil
    else { return nil }
    if parts.scheme == "http", host == "localhost" || host == "127.0.0.1" { parts.port = nil }
    return parts.string
  }
}
