import CommandKit

extension Permissions {
  /// What adding and removing members needs, by the kind of place.
  static let changingMembers = Permissions([
    .in(.team, person: ["TeamMember.ReadWrite.All"], app: ["TeamMember.ReadWrite.All"]),
    .in(.channel, person: ["ChannelMember.ReadWrite.All"], app: ["ChannelMember.ReadWrite.All"]),
    .in(.chat, person: ["ChatMember.ReadWrite"], app: ["ChatMember.ReadWrite.All"]),
  ])
}
