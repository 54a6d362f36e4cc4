package import Foundation
package import Graph

extension CachedEntry {
  package init(_ user: User, cachedAt: Date) {
    let addresses = [user.userPrincipalName, user.mail].compactMap(\.self)
    self.init(
      kind: .people, id: user.id, name: user.displayName, detail: addresses.first ?? "",
      note: user.jobTitle ?? "", alternates: Self.alternates(of: addresses), cachedAt: cachedAt)
  }

  package init(_ team: Team, cachedAt: Date) {
    self.init(
      kind: .teams, id: team.id, name: team.displayName, detail: team.visibility ?? "",
      note: team.description ?? "", cachedAt: cachedAt)
  }

  package init(_ channel: Channel, team: String, cachedAt: Date) {
    self.init(
      kind: .channels, container: team, id: channel.id, name: channel.displayName,
      detail: channel.membershipType ?? "", note: channel.description ?? "", cachedAt: cachedAt)
  }

  /// A member by the person's id, which is what commands take; the membership's id only where there is none.
  package init(_ member: ConversationMember, place: String, cachedAt: Date) {
    let addresses = [member.email].compactMap(\.self)
    self.init(
      kind: .members, container: place, id: member.userID ?? member.id, name: member.displayName,
      detail: member.email ?? member.role, note: member.email == nil ? "" : member.role,
      alternates: Self.alternates(of: addresses),
      cachedAt: cachedAt)
  }

  /// A chat by its topic, or else by the names of those who are in it.
  ///
  /// - Parameters:
  ///   - chat: The chat, with its members where they should give it a name.
  ///   - me: The id of the one person whose name is left out.
  ///   - cachedAt: When the chat was seen.
  package init(_ chat: Chat, me: String?, cachedAt: Date) {
    let others = chat.members.filter { $0.userID == nil || $0.userID != me }
    let names = others.map(\.displayName).filter { !$0.isEmpty }.joined(separator: ", ")
    let topic = chat.topic.flatMap { $0.isEmpty ? nil : $0 }
    self.init(
      kind: .chats, id: chat.id, name: topic ?? names, detail: chat.chatType ?? "",
      note: topic == nil ? "" : names, alternates: topic == nil || names.isEmpty ? [] : [names],
      cachedAt: cachedAt)
  }

  private static func alternates(of addresses: [String]) -> [String] {
    var alternates: [String] = []
    for address in addresses {
      let local = String(Substring(address.utf8.prefix { $0 != UInt8(ascii: "@") }))
      for name in [address, local] where !name.isEmpty && !alternates.contains(name) {
        alternates.append(name)
      }
    }
    return alternates
  }
}
