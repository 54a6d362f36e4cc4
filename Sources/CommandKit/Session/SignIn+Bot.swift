import Foundation
import Synchronization
package import Identity

extension SignIn {
  /// Signs a bot in by its secret or its certificate.
  ///
  /// A bot whose directory the profile does not name is looked for where those of several tenants are
  /// registered, and then in the tenant itself.
  package func bot(_ credential: ClientCredential) async throws -> SignedIn {
    guard let id = configuration.botID else { throw CommandError(.botMissing(.id)) }
    switch configuration.profile.botType {
    case .multiTenant: return try await bot(id, credential, in: nil)
    case .singleTenant: return try await bot(id, credential, in: try ownTenant())
    case nil:
      do {
        return try await bot(id, credential, in: nil)
      } catch let error as IdentityError where error.isUnknownApp && workspace.botTenantID != nil {
        return try await bot(id, credential, in: workspace.botTenantID)
      }
    }
  }

  /// Signs a bot in by a secret that was handed over, and keeps that for the bot's endpoint.
  package func bot(by secret: Secret) async throws -> SignedIn {
    var identity = try await bot(.secret(secret))
    identity.secret = secret
    workspace.signIn(identity)
    return identity
  }

  private func ownTenant() throws(CommandError) -> String {
    guard let tenant = workspace.botTenantID else { throw CommandError(.tenantMissing) }
    return tenant
  }

  private func bot(
    _ id: String, _ credential: ClientCredential, in tenant: String?
  ) async throws -> SignedIn {
    guard let connector = workspace.connectorRoot else {
      throw CommandError(.botMissing(.connector))
    }
    let directory = BotDirectory(of: configuration.cloud)
    let flow = ClientCredentialsFlow(
      authority: .bot(
        loginRoot: configuration.loginRoot, directory: directory, tenant: tenant,
        connector: connector),
      clientID: id, credential: credential, transport: workspace.transport)
    let identity = try await adopt(RenewingTokenProvider(flow), kind: .bot)
    workspace.state.withLock { $0.botDirectory = tenant ?? directory.name }
    return identity
  }
}
