import CommandKit

extension Permissions {
  /// What reading messages needs, by the kind of place.
  static let readingMessages = Permissions([
    .in(.channel, person: ["ChannelMessage.Read.All"], app: ["ChannelMessage.Read.All"]),
    .in(.chat, person: ["Chat.Read"], app: ["Chat.Read.All"]),
  ])

  /// What changing a message of one's own needs.
  static let changingMessages = Permissions([
    .in(.channel, person: ["ChannelMessage.ReadWrite"], app: nil),
    .in(.chat, person: ["Chat.ReadWrite"], app: nil),
  ])

  /// What a reaction needs.
  static let reactingToMessages = Permissions([
    .in(.channel, person: ["ChannelMessage.Send"], app: nil),
    .in(.chat, person: ["ChatMessage.Send"], app: nil),
  ])

  /// What writing messages into files needs; a team is its channels.
  static let exportingMessages = Permissions(
    readingMessages.requirements
      + [.on("--attachments", person: ["Files.Read"], app: ["Files.Read.All"])])
}
