import CommandKit

extension Permissions {
  /// What reading messages needs, by the kind of place.
  static let readingMessages = Permissions([
    .in(.channel, person: ["ChannelMessage.Read.All"], app: ["ChannelMessage.Read.All"]),
    .in(.chat, person: ["Chat.Read"], app: ["Chat.Read.All"]),
  ])
}
