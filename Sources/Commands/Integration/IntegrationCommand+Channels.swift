import CommandKit
import Documents

extension IntegrationCommand {
  static let channelUserList = IntegrationCommand(
    "microsoft-teams-channel-user-list", "List the members of a channel.", effect: .reads,
    arguments: [.channel("channel_name"), .team()],
    equivalent: "member list --team TEAM --channel CHANNEL",
    example: "microsoft-teams-channel-user-list team='Contoso IT' channel_name=General"
  ) { call in
    let name = call.arguments.text("channel_name")
    let team = call.arguments.text("team")
    let channel = try await call.ask(["channel", "show", .value(name), "--team", .value(team)])
    let members = try await call.ask(
      ["member", "list", "--team", .value(team), "--channel", .value(name)]
    ).documents
    let table = MarkdownTable(
      "Channel \"\(name)\" Members List:",
      headers: [
        "User Id", "Email", "Tenant Id", "Membership id", "User roles", "Display Name",
        "Start DateTime",
      ], rows: members.map(IntegrationRows.memberRow))
    return IntegrationAnswer(
      table.text,
      context: [
        (
          "ChannelList",
          [
            "members": .array(members.map(IntegrationRows.member)), "channelName": .string(name),
            "channelId": channel.document["id"] ?? .null,
          ]
        )
      ], table: table.table, references: members.compactMap { $0["userId"]?.string })
  }

  static let createChannel = IntegrationCommand(
    "microsoft-teams-create-channel", alsoNamed: ["create-channel"], "Create a channel.",
    effect: .changes,
    arguments: [
      IntegrationArgument("channel_name", "The new channel's name.", as: .name, isRequired: true),
      .team(),
      IntegrationArgument("description", "What the channel is about."),
      IntegrationArgument(
        "membership_type", "The kind of channel.", standard: "standard",
        allowed: ["standard", "private", "shared"]),
      IntegrationArgument(
        "owner_user", "The owner of a private or shared channel.", as: .person),
    ],
    equivalent: "channel create NAME --team TEAM --kind KIND --owner PERSON",
    example: "microsoft-teams-create-channel channel_name=\"example channel\" team='Contoso IT' "
      + "description=\"this is my new channel\""
  ) { call in
    let arguments = call.arguments
    let name = arguments.text("channel_name")
    let kind = arguments.text("membership_type")
    if kind != "standard", arguments["owner_user"] == nil, call.worksAsApp {
      throw call.fault(
        .refused("When using the 'Client Credentials flow', you must specify an 'owner_user'."))
    }
    var words: [Word] = [
      "channel", "create", .value(name), "--team", .value(arguments.text("team")), "--kind",
      Word(kind),
    ]
    if let text = arguments["description"] { words += ["--description", .value(text)] }
    if let owner = arguments["owner_user"] {
      if kind == "standard" {
        call.warn("A standard channel is owned as its team is: owner_user= is not needed.")
      } else {
        words += ["--owner", .value(owner)]
      }
    }
    let created = try await call.ask(
      words, orWithout: { "The given owner_user \"\($0)\" was not found" })
    return IntegrationAnswer(
      "The channel \"\(name)\" was created successfully", references: created.references)
  }

  static let addUserToChannel = IntegrationCommand(
    "microsoft-teams-add-user-to-channel", alsoNamed: ["add-user-to-channel"],
    "Add somebody to a private or shared channel.", effect: .changes,
    arguments: [
      .channel(), .team(),
      IntegrationArgument("member", "Who.", as: .person, isRequired: true),
      IntegrationArgument("owner", "Whether as an owner.", form: .boolean, standard: "false"),
    ],
    equivalent: "member add PERSON --team TEAM --channel CHANNEL",
    example: "microsoft-teams-add-user-to-channel channel='Admins only' team='Contoso IT' "
      + "member='Adele Vance' --dry-run"
  ) { call in
    let arguments = call.arguments
    let (channel, member) = (arguments.text("channel"), arguments.text("member"))
    let team = arguments.text("team")
    try await call.privateChannel(
      channel, team: team,
      orElse: "Adding a member is allowed only for private or shared channels.")
    var words: [Word] = [
      "member", "add", .value(member), "--team", .value(team), "--channel", .value(channel),
    ]
    if arguments.flag("owner") { words.append("--owner") }
    _ = try await call.ask(words)
    return IntegrationAnswer(
      "The User \"\(member)\" has been added to channel \"\(channel)\" successfully.")
  }

  static let removeUserFromChannel = IntegrationCommand(
    "microsoft-teams-user-remove-from-channel", "Remove somebody from a channel.",
    effect: .removes,
    arguments: [
      .channel("channel_name"), .team(),
      IntegrationArgument("member", "Who.", as: .member, isRequired: true),
    ],
    equivalent: "member remove MEMBER --team TEAM --channel CHANNEL",
    example:
      "microsoft-teams-user-remove-from-channel channel_name='Admins only' team='Contoso IT' "
      + "member='Megan Bowen' --dry-run"
  ) { call in
    let arguments = call.arguments
    let (channel, member) = (arguments.text("channel_name"), arguments.text("member"))
    let team = arguments.text("team")
    try await call.privateChannel(
      channel, team: team,
      orElse: "Removing a member is allowed only for private or shared channels.")
    do {
      _ = try await call.ask([
        "member", "remove", .value(member), "--team", .value(team), "--channel", .value(channel),
      ])
    } catch let error as CommandError {
      guard case .notFound(.member, _, let nearest) = error.code else { throw error }
      throw call.fault(
        .notFound("User \"\(member)\" was not found in channel \"\(channel)\".", nearest: nearest))
    }
    return IntegrationAnswer(
      "The user \"\(member)\" has been removed from channel \"\(channel)\" successfully.")
  }
}
