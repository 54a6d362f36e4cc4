import Foundation
import Graph
import HTTPTypes
import Identity
import Transport

/// How a server answered a question that needs no token, or why it did not.
package struct ServerProbe: Sendable, Hashable {
  package let host: String
  package let status: Int
  /// How long the answer took, in seconds.
  package let seconds: Double
  /// How far the server's clock is ahead of ours, in seconds; servers tell whole ones.
  package let offset: Double?
  /// Why there was no answer.
  package let failure: Failure?

  package init(
    host: String, status: Int = 0, seconds: Double = 0, offset: Double? = nil,
    failure: Failure? = nil
  ) {
    self.host = host
    self.status = status
    self.seconds = seconds
    self.offset = offset
    self.failure = failure
  }

  /// Asks the sign-in service what it is like; `nil` where no tenant is set to ask about.
  package static func signInService(_ workspace: Workspace) async -> ServerProbe? {
    guard let authority = try? workspace.configuration.authority() else { return nil }
    return await ask(
      "\(authority.tenantAddress)/v2.0/.well-known/openid-configuration", workspace)
  }

  /// Asks Graph who one is, without a token: it refuses, and so shows that it is there.
  package static func graph(_ workspace: Workspace) async -> ServerProbe {
    await ask("\(workspace.configuration.graphRoot.absoluteString)/v1.0/me", workspace)
  }

  /// Asks the bot's endpoint under an address whether it is up.
  package static func endpoint(_ address: String, _ workspace: Workspace) async -> ServerProbe {
    await ask(address + "/health", workspace)
  }

  /// Asks the Bot connector without a token, as Graph is asked; `nil` where nobody knows where it is.
  package static func connector(_ workspace: Workspace) async -> ServerProbe? {
    guard let root = workspace.connectorRoot else { return nil }
    return await ask("\(root.absoluteString)/v3/conversations", workspace)
  }

  private static func ask(_ address: String, _ workspace: Workspace) async -> ServerProbe {
    let host = URL(string: address)?.host() ?? address
    let start = workspace.now()
    do throws(TransportError) {
      let answer = try await workspace.transport.send(
        TransportRequest(.get, url: address, timeout: .seconds(9)))
      let seconds = workspace.now().timeIntervalSince(start)
      let date = answer.head.headerFields[.date].flatMap(HTTPDate.init)
      return ServerProbe(
        host: host, status: answer.head.status.code, seconds: seconds,
        offset: date.map {
          Double($0.secondsSinceEpoch) - start.timeIntervalSince1970 - seconds / 2
        })
    } catch {
      return ServerProbe(host: host, failure: Failure(error))
    }
  }
}
