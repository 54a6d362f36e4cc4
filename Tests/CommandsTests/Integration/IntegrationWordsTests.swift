import CommandKit
import Commands
import Foundation
import Testing

/// Where each sentence of the integration is proved: the recorded lines that show it.
struct IntegrationWordsTests {
  private static let sentences: [(sentence: String, lines: String)] = [
    ("Could not find requested team.", "microsoft-teams-channel-user-list"),
    ("Could not find requested team.", "microsoft-teams-create-channel"),
    ("Could not find requested team.", "microsoft-teams-add-user-to-channel"),
    ("Could not find requested team.", "microsoft-teams-user-remove-from-channel"),
    ("Could not find requested team.", "close-channel"),
    ("Could not find channel: Nowhere", "microsoft-teams-channel-user-list"),
    ("Could not find channel: Nowhere", "microsoft-teams-add-user-to-channel"),
    ("Could not find channel: Nowhere", "microsoft-teams-user-remove-from-channel"),
    ("Could not find channel: Nowhere", "close-channel"),
    ("Could not find Microsoft Teams channel to close.", "close-channel"),
    ("Channel was successfully closed.", "close-channel"),
    ("Could not find chat: No such chat", "microsoft-teams-chat-list"),
    ("Could not find chat: No such chat", "microsoft-teams-chat-member-list"),
    ("Could not find chat: No such chat", "microsoft-teams-chat-message-list"),
    ("Could not find chat: No such chat", "microsoft-teams-chat-update"),
    ("Could not find chat: No such chat", "microsoft-teams-chat-add-user"),
    ("Could not find chat: No such chat", "microsoft-teams-message-send-to-chat"),
    ("User Nobody At All was not found", "microsoft-teams-ring-user"),
    ("User Nobody At All was not found", "microsoft-teams-add-user-to-channel"),
    ("User Nobody At All was not found", "microsoft-teams-create-meeting"),
    (
      "Adding a member is allowed only for private or shared channels.",
      "microsoft-teams-add-user-to-channel"
    ),
    (
      "Argument does not contain a valid boolean-like value: owner=.",
      "microsoft-teams-add-user-to-channel"
    ),
    (
      "When using the 'Client Credentials flow', you must specify an 'owner_user'.",
      "microsoft-teams-create-channel"
    ),
    ("The given owner_user \"Nobody At All\" was not found", "microsoft-teams-create-channel"),
    ("The channel \"example channel\" was created successfully", "microsoft-teams-create-channel"),
    ("The meeting \"The review\" was created successfully", "microsoft-teams-create-meeting"),
    (
      "Removing a member is allowed only for private or shared channels.",
      "microsoft-teams-user-remove-from-channel"
    ),
    (
      "User \"Adele Vance\" was not found in channel \"Admins only\".",
      "microsoft-teams-user-remove-from-channel"
    ),
    ("The following members were not found: Nobody At All", "microsoft-teams-chat-create"),
    ("The following members were not found: Nobody At All", "microsoft-teams-chat-add-user"),
    (
      "Creation of 'oneOnOne' chat requires 2 members. Please enter one 'member'.",
      "microsoft-teams-chat-create"
    ),
    (" was not found in the App Catalog in Microsoft.", "microsoft-teams-chat-create.unknown-bot"),
    (
      " was not found in the App Catalog in Microsoft.",
      "microsoft-teams-message-send-to-chat.unknown-bot"
    ),
    (
      "Mentioned user 'Nobody At All' is not a member of chat 'Project Z'.",
      "microsoft-teams-message-send-to-chat"
    ),
    (
      "Mentioned user 'Anna Müller' is ambiguous in chat 'Project Z'. "
        + "Use a unique member display name.", "microsoft-teams-message-send-to-chat"
    ),
    (
      "Adding a member is allowed only on group chat.", "microsoft-teams-chat-add-user"
    ),
    (
      "The User \"Diego Siciliani\" has been added to chat \"Project X\" successfully.",
      "microsoft-teams-chat-add-user"
    ),
    (
      "The Users \"Lee Gu, Grady Archie\" have been added to chat \"Project Z\" successfully.",
      "microsoft-teams-chat-add-user"
    ),
    (
      "Retrieve a single chat does not support the 'filter' ODate query parameter.",
      "microsoft-teams-chat-list"
    ),
    (
      "There are more results than shown. For more data please enter the next_link argument:",
      "microsoft-teams-chat-list"
    ),
    ("Setting chat name is allowed only on group chats.", "microsoft-teams-chat-update"),
    (
      "The name of chat 'Project X' has been successfully changed to 'update chat_name'.",
      "microsoft-teams-chat-update"
    ),
    (
      "Failed to find chat or channel. If you are trying to get messages from a channel, "
        + "please provide the 'team_name'.", "microsoft-teams-list-messages"
    ),
    (
      "Failed to find chat or channel. If you are trying to get messages from a chat, "
        + "please use the Authorization Code flow.", "microsoft-teams-list-messages"
    ),
    ("Given adaptive card is not in valid JSON format. Error: ", "send-notification"),
    ("No channel or team member to send message were provided.", "send-notification"),
    (
      "Provide either channel or team member to send message to, not both.", "send-notification"
    ),
    ("No message or adaptive card to send were provided.", "send-notification"),
    ("Provide either message or adaptive to send, not both.", "send-notification"),
    (
      "No channel or team member to send message were provided.", "microsoft-teams-message-update"
    ),
    (
      "Provide either channel or team member to send message to, not both.",
      "microsoft-teams-message-update"
    ),
    (
      "Either message or adaptive_card must be provided.", "microsoft-teams-send-proactive-message"
    ),
    (
      "Provide either message or adaptive_card, not both.",
      "microsoft-teams-send-proactive-message"
    ),
    (
      "Failed to parse Adaptive Card: The provided input is not a valid JSON string. Error: ",
      "microsoft-teams-send-proactive-message"
    ),
    ("✅ Success!", "microsoft-teams-auth-test"),
    ("Authorization was reset successfully.", "microsoft-teams-auth-reset"),
    ("Calling Adele Vance", "microsoft-teams-ring-user"),
    (
      "A message target is required: either 'chat_id' or 'team_id' and 'channel_id'.",
      "microsoft-teams-message-update-policy-violation"
    ),
    (
      "A channel message requires both 'team_id' and 'channel_id'.",
      "microsoft-teams-message-update-policy-violation"
    ),
    (
      "A channel reply requires both 'team_id' and 'channel_id'.",
      "microsoft-teams-message-update-policy-violation"
    ),
    (
      "Provide either 'chat_id' or 'team_id' and 'channel_id', not both.",
      "microsoft-teams-message-update-policy-violation"
    ),
    (
      "'parent_message_id' is only supported for channel messages, not chat messages.",
      "microsoft-teams-message-update-policy-violation"
    ),
  ]

  @Test(arguments: sentences)
  func `a sentence of the integration stands in what its lines show`(
    sentence: String, lines: String
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Snapshots/\(lines).txt")
    let shown = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix(">") }
    #expect(shown.contains { $0.contains(sentence) })
  }
}
