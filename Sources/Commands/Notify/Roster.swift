import Bot
import CommandKit
import Foundation

/// Those whom a bot can mention in a conversation.
struct Roster: Sendable, Hashable {
  let members: [Activity.Account]

  /// The accounts of several names, by the name as it was typed.
  ///
  /// - Throws: ``CommandError`` where nobody bears one, or several do.
  func accounts(of names: [String], in place: String) throws(CommandError) -> [String: String] {
    var accounts: [String: String] = [:]
    for name in names { accounts[name] = try account(of: name, in: place) }
    return accounts
  }

  /// The account that a name, a mail address or a UPN belongs to.
  ///
  /// - Throws: ``CommandError`` where nobody bears it, or several do.
  func account(of name: String, in place: String) throws(CommandError) -> String {
    let folded = name.lowercased()
    let named = members.filter { member in
      [member.name, member.mail, member.userPrincipalName].contains { $0?.lowercased() == folded }
    }
    let ids = Set(named.compactMap(\.id))
    guard let id = ids.first else {
      throw CommandError(.mention(.unknownToBot, name: name, place: place))
    }
    guard ids.count == 1 else {
      throw CommandError(.mention(.ambiguous, name: name, place: place))
    }
    return id
  }
}
