package import CommandKit

extension IntegrationCommand {
  /// Every command of the Teams integration, in the order of its documentation.
  package static let all: [IntegrationCommand] = [
    .sendNotification, .quickAction, .mirrorInvestigation, .closeChannel, .integrationHealth,
    .authTest, .ringUser, .addUserToChannel, .createChannel, .createMeeting,
    .removeUserFromChannel, .channelUserList, .chatCreate, .messageSendToChat, .chatAddUser,
    .chatMemberList, .chatList, .chatMessageList, .chatUpdate, .listMessages, .messageUpdate,
    .sendProactiveMessage, .generateLoginURL, .authReset, .tokenPermissionsList,
    .createMessagingEndpoint, .policyViolation, .ask,
  ]
}
