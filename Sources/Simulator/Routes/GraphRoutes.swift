/// Everything that the tenant's Graph serves.
enum GraphRoutes {
  static let all =
    UserRoutes.all + GroupRoutes.all + TeamRoutes.all + TeamMemberRoutes.all + ChannelRoutes.all
    + ChannelMemberRoutes.all + ChannelMessageRoutes.all + ReplyRoutes.all + ChatRoutes.all
    + ChatMemberRoutes.all + ChatMessageRoutes.all + TeamLifeRoutes.all + GroupChangeRoutes.all
    + DeletedItemRoutes.all + ChannelLifeRoutes.all + TeamBulkRoutes.all
    + ChatLifeRoutes.all + PinnedMessageRoutes.all + HostedContentRoutes.all
    + ReactionRoutes.all + QuoteRoutes.all
    + UserChangeRoutes.all + DeltaRoutes.all
    + AppCatalogueRoutes.all + AppRoutes.all + PresenceRoutes.all + MeetingRoutes.all
    + CallRoutes.all
    + GrantRoutes.all + SearchRoutes.all + SignInSessionRoutes.all + ConditionalAccessRoutes.all
    + DriveRoutes.all + ShareRoutes.all + SubscriptionRoutes.all + BatchRoutes.all

  /// Paths that Graph's own description has, and that refuse every method.
  static let silent = [
    "/chats/{chat}/messages/{message}/softDelete",
    "/chats/{chat}/messages/{message}/undoSoftDelete",
  ]
}
