import Bot
import CommandKit
import Commands
import Documents
import Foundation

/// Somebody who writes to the bot alone, as the bot knows them.
struct Correspondent: Sendable, Hashable {
  let name: String
  let mail: String?
  let userPrincipalName: String?
  /// Their id in Entra ID.
  let userID: String?
  /// Whether they may have incidents listed and mirrored.
  let isKnown: Bool

  /// How an answer and an incident name them: by what cannot be made up.
  var address: String { mail ?? userPrincipalName ?? name }

  /// What an incident's owner may be called who is them.
  var names: [String] { [mail, userPrincipalName, userID, name].compactMap(\.self) }
}

extension Turn {
  /// Looks the sender up, in the roster of the conversation.
  ///
  /// A display name is nobody's proof: whom the profile lists is known by mail address, UPN or id.
  func correspondent() async throws -> Correspondent {
    let account = try? await bot.member(sender.id, of: activity.conversationID ?? "")
    let proofs = [
      account?.mail, account?.userPrincipalName, activity.from?.userID ?? account?.userID,
    ].compactMap { $0?.lowercased() }
    let listed = workspace.configuration.profile.conduct.users.map { $0.lowercased() }
    let isKnown =
      listed.isEmpty
      ? isMember(account) : proofs.contains { listed.contains($0) }
    return Correspondent(
      name: sender.name, mail: account?.mail, userPrincipalName: account?.userPrincipalName,
      userID: activity.from?.userID ?? account?.userID, isKnown: isKnown)
  }

  /// Whether the sender belongs to the tenant, and not to it as a guest.
  ///
  /// A profile may name its tenant by a domain; then the account has to be one of that domain.
  private func isMember(_ account: Activity.Account?) -> Bool {
    guard let account, let tenant = workspace.tenantID else { return false }
    let isGuest =
      account.document["userRole"]?.string == "guest"
      || account.userPrincipalName?.contains("#EXT#") == true
    guard !isGuest else { return false }
    guard UUID(uuidString: tenant) == nil else {
      return activity.tenantID?.lowercased() == tenant.lowercased()
    }
    return account.userPrincipalName?.lowercased().hasSuffix("@\(tenant.lowercased())") == true
  }
}
