/// Everything that the tenant's Graph serves.
enum GraphRoutes {
  static let all =
    UserRoutes.all + GroupRoutes.all + TeamRoutes.all + TeamMemberRoutes.all + ChannelRoutes.all
    + ChannelMemberRoutes.all + ChannelMessageRoutes.all + ReplyRoutes.all + ChatRoutes.all
    + ChatMemberRoutes.all + ChatMessageRoutes.all + UserChangeRoutes.all + DeltaRoutes.all

  /// Paths that Graph's own description has, and that refuse every method.
  static let silent = ["/chats/{chat}/messages/{message}/softDelete"]
}
