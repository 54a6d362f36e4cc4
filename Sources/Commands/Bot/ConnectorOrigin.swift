package import CommandKit
import Foundation
import Identity

/// Where the connector of a cloud publishes its keys, and by which name it signs.
package struct ConnectorOrigin: Sendable, Hashable {
  /// `nil` for what the endpoint takes by itself, which is the public cloud's.
  package private(set) var metadata: String?
  /// Likewise.
  package private(set) var issuer: String?

  /// The origin that a session's profile names.
  package init(_ configuration: Configuration) {
    self.init(cloud: configuration.cloud, loginRoot: configuration.loginRoot)
  }

  /// A sign-in service of one's own publishes the connector's keys as well.
  init(cloud: Cloud, loginRoot: URL) {
    switch cloud {
    case .usgov, .usgovDoD:
      metadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration"
      issuer = "https://api.botframework.us"
    default:
      guard loginRoot.absoluteString != cloud.roots?.login else { return }
      metadata = loginRoot.absoluteString + "/v1/.well-known/openidconfiguration"
    }
  }
}
