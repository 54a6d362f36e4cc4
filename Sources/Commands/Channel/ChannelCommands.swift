import CommandKit

/// The commands of `channel`, in help order.
enum ChannelCommands {
  static let noun = Noun(
    "channel", "Channels of a team.",
    [
      ChannelList.self,
      ChannelShow.self,
      ChannelCreate.self,
      ChannelUpdate.self,
      ChannelArchive.self,
      ChannelUnarchive.self,
      ChannelDelete.self,
    ])
}
