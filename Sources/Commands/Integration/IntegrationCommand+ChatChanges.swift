import CommandKit
import Documents

extension IntegrationCommand {
  static let chatCreate = IntegrationCommand(
    "microsoft-teams-chat-create", "Create a chat with people.", effect: .changes,
    arguments: [
      IntegrationArgument(
        "chat_type", "The kind of chat.", standard: "group", allowed: ["group", "oneOnOne"]),
      IntegrationArgument(
        "member", "The people beside yourself, parted by commas.", as: .person, form: .list),
      IntegrationArgument("chat_name", "The name of a group chat.", as: .topic),
    ],
    equivalent: "chat create PERSON… --topic TOPIC",
    example: "microsoft-teams-chat-create chat_type=group member=\"Adele Vance, Alex Wilber\" "
      + "chat_name=\"example chat\""
  ) { call in
    let arguments = call.arguments
    let isGroup = arguments["chat_type"] == "group"
    let people = try await call.people(arguments.list("member"))
    guard !isGroup || !people.isEmpty else {
      throw call.fault(.missingArgument("member", about: "A chat has somebody beside yourself."))
    }
    guard isGroup || people.count == 1 else {
      throw call.fault(
        .refused(
          "Creation of 'oneOnOne' chat requires 2 members. Please enter one 'member'."))
    }
    var words: [Word] = ["chat", "create"] + people.map { .value($0.id) }
    words.append(isGroup ? "--group" : "--one-on-one")
    let topic = isGroup ? arguments["chat_name"] : nil
    if let topic { words += ["--topic", .value(topic)] }
    // No chat is made that its bot cannot come into.
    try await call.addBotApp(toChat: Named.newID, isTrial: true)
    let created = try await call.ask(words)
    let chat = created.document
    try await call.addBotApp(toChat: call.id(of: created))
    let title =
      isGroup
      ? "The chat '\(topic ?? "")' was created successfully"
      : "The chat with \"\(people.first?.name ?? "")\" was created successfully"
    let table = MarkdownTable(
      title,
      headers: [
        "Chat Id", "Chat name", "Created Date Time", "Last Updated Date Time", "webUrl",
        "Tenant Id",
      ], rows: [IntegrationRows.chatRow(chat)], links: ["webUrl"], removesEmpty: true)
    return IntegrationAnswer(
      table.text, context: [("ChatList", IntegrationRows.chat(chat))], table: table.table,
      references: created.references)
  }

  static let chatAddUser = IntegrationCommand(
    "microsoft-teams-chat-add-user", "Add people to a group chat.", effect: .changes,
    arguments: [
      .chat(),
      IntegrationArgument(
        "member", "The people, parted by commas.", as: .person, form: .list, isRequired: true),
      IntegrationArgument(
        "share_history", "Whether they see what was written before.", form: .boolean,
        standard: "true"),
    ],
    equivalent: "member add PERSON… --chat CHAT --history all",
    example: "microsoft-teams-chat-add-user chat='Project X' member='Diego Siciliani' "
      + "share_history=false"
  ) { call in
    let name = call.arguments.text("chat")
    let chat = try await call.groupChat(
      name, orElse: "Adding a member is allowed only on group chat.")
    let people = try await call.people(call.arguments.list("member"))
    var words: [Word] = ["member", "add"] + people.map { .value($0.id) }
    words += ["--chat", .value(chat), "--history"]
    words.append(call.arguments.flag("share_history") ? "all" : "none")
    _ = try await call.ask(words)
    let names = people.map(\.name).joined(separator: ", ")
    return IntegrationAnswer(
      people.count == 1
        ? "The User \"\(names)\" has been added to chat \"\(name)\" successfully."
        : "The Users \"\(names)\" have been added to chat \"\(name)\" successfully.")
  }

  static let chatUpdate = IntegrationCommand(
    "microsoft-teams-chat-update", "Rename a group chat.", effect: .changes,
    arguments: [
      .chat(),
      IntegrationArgument(
        "chat_name", "The new name, of at most 250 characters and without a colon.", as: .topic,
        isRequired: true),
    ],
    equivalent: "chat update CHAT --topic TOPIC",
    example: "microsoft-teams-chat-update chat='Project X' chat_name='Project Z'"
  ) { call in
    let name = call.arguments.text("chat")
    let topic = call.arguments.text("chat_name")
    let chat = try await call.groupChat(
      name, orElse: "Setting chat name is allowed only on group chats.")
    _ = try await call.ask(["chat", "update", .value(chat), "--topic", .value(topic)])
    return IntegrationAnswer(
      "The name of chat '\(name)' has been successfully changed to '\(topic)'.")
  }
}

extension IntegrationCall {
  /// The id of a group chat; any other kind is refused before anything is written.
  fileprivate func groupChat(_ name: String, orElse refusal: String) async throws -> String {
    let chat = try await chat(name)
    guard chat["chatType"]?.string == "group" else { throw fault(.refused(refusal)) }
    return chat["id"]?.string ?? ""
  }
}
