import CommandKit
import Documents

extension IntegrationCommand {
  static let chatList = IntegrationCommand(
    "microsoft-teams-chat-list", "List your chats, or show one.", effect: .reads,
    arguments: [
      .chat(isRequired: false),
      IntegrationArgument("filter", "An OData filter of the list."),
      IntegrationArgument(
        "expand", "What comes with each chat.", allowed: ["members", "lastMessagePreview"]),
      .limit, .nextLink, .pageSize,
    ],
    equivalent: "chat list --filter FILTER --limit NUMBER",
    example: "microsoft-teams-chat-list limit=5"
  ) { call in
    let arguments = call.arguments
    let expand: [Word] = arguments["expand"].map { ["--expand", .value($0)] } ?? []
    if let name = arguments["chat"] {
      guard arguments["filter"] == nil else {
        throw call.fault(
          .refused("Retrieve a single chat does not support the 'filter' ODate query parameter."))
      }
      let chat = try await call.chat(name)
      guard let id = chat["id"]?.string, !expand.isEmpty else {
        return answer("Chat Data:", [chat], isOne: true)
      }
      let shown = try await call.ask(["chat", "show", .value(id)] + expand)
      return answer("Chat Data:", shown.documents, isOne: true)
    }
    var words: [Word] = ["chat", "list"]
    if let link = arguments["next_link"] {
      words += ["--next", .value(link), "--limit", Word(String(arguments.number("page_size")))]
    } else {
      if let filter = arguments["filter"] { words += ["--filter", .value(filter)] }
      words += expand + ["--limit", Word(String(arguments.number("limit")))]
    }
    let reply = try await call.ask(words)
    let keepsMembers = arguments["expand"] == "members" || arguments["next_link"] != nil
    let chats = keepsMembers ? reply.documents : reply.documents.map { $0.without("members") }
    return answer("Chats List:", chats, next: reply.nextLink)
  }

  private static func answer(
    _ title: String, _ chats: [JSON], isOne: Bool = false, next: String? = nil
  ) -> IntegrationAnswer {
    let table = MarkdownTable(
      title, headers: IntegrationRows.chatHeaders, rows: chats.map(IntegrationRows.chatRow),
      links: ["webUrl"], removesEmpty: true)
    let list = chats.map(IntegrationRows.chat)
    var context: [(String, JSON)] = []
    if let next { context.append(("ChatListNextLink", .string(next))) }
    context.append(("ChatList", isOne ? list.first ?? .null : .array(list)))
    return IntegrationAnswer(
      table.text + IntegrationRows.more(next), context: context, table: table.table,
      references: chats.compactMap { $0["id"]?.string })
  }

  static let chatMemberList = IntegrationCommand(
    "microsoft-teams-chat-member-list", "List the members of a chat.", effect: .reads,
    arguments: [.chat()],
    equivalent: "member list --chat CHAT",
    example: "microsoft-teams-chat-member-list chat='Project X'"
  ) { call in
    let name = call.arguments.text("chat")
    let id = try await call.chat(name)["id"]?.string ?? ""
    let members = try await call.ask(["member", "list", "--chat", .value(id)]).documents
    let table = MarkdownTable(
      "Chat \"\(name)\" Members List:",
      headers: ["User Id", "User roles", "Name", "Email", "Tenant Id"],
      rows: members.map(IntegrationRows.memberRow))
    return IntegrationAnswer(
      table.text,
      context: [
        (
          "ChatList",
          [
            "chatId": .string(id), "members": .array(members.map(IntegrationRows.member)),
          ]
        )
      ], table: table.table, references: members.compactMap { $0["userId"]?.string })
  }
}
