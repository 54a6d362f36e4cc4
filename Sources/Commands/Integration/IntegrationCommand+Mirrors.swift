import CommandKit
import Documents
import Records

/// The commands around the channels in which incidents are mirrored.
extension IntegrationCommand {
  static let mirrorInvestigation = IntegrationCommand(
    "mirror-investigation", "Mirror an investigation in a channel.", effect: .changes,
    arguments: [
      IntegrationArgument(
        "mirror_type", "What is mirrored.", standard: "all", allowed: ["all", "chat", "none"]),
      IntegrationArgument(
        "autoclose", "Whether the channel goes with the investigation.", form: .boolean,
        standard: "true"),
      IntegrationArgument(
        "direction", "Which way.", standard: "Both", allowed: ["Both", "FromDemisto", "ToDemisto"]),
      .team(isRequired: false), .channel("channel_name", isRequired: false), .incident,
    ],
    equivalent: "incident mirror N --team TEAM",
    example: "mirror-investigation incident_id=2 team='Contoso IT' mirror_type=chat "
      + "direction=ToDemisto"
  ) { call in
    guard let incident = call.incident else {
      throw call.fault(.refused("Can not perform this action in playground."))
    }
    let arguments = call.arguments
    var words: [Word] = [
      "incident", "mirror", .value(incident), "--type", Word(arguments.text("mirror_type")),
      "--direction", call.direction,
    ]
    if let team = arguments["team"] { words += ["--team", .value(team)] }
    if let channel = arguments["channel_name"] { words += ["--channel", .value(channel)] }
    if !arguments.flag("autoclose") { words.append("--keep-channel") }
    let opened = try await call.ask(words)
    let channel = opened.document["channel"]?.string ?? ""
    return IntegrationAnswer(
      opened.document["isNew"] == .bool(false)
        ? "Investigation mirror was updated successfully."
        : "Investigation mirrored successfully in channel \(channel).",
      references: opened.references)
  }

  static let closeChannel = IntegrationCommand(
    "close-channel", "Delete a channel.", effect: .removes,
    arguments: [.channel(isRequired: false), .team(isRequired: false), .incident],
    equivalent: "channel delete CHANNEL --team TEAM",
    example: "close-channel channel=Helpdesk team='Contoso IT' --dry-run"
  ) { call in
    let missing = call.fault(.notFound("Could not find Microsoft Teams channel to close."))
    if let channel = call.arguments["channel"] {
      _ = try await call.ask(
        ["channel", "delete"] + call.channelWords(channel, isOperand: true))
    } else {
      // Without a channel it closes those in which the investigation is mirrored.
      guard let incident = call.incident else { throw missing }
      do {
        _ = try await call.ask(["incident", "unmirror", .value(incident)])
      } catch let error as CommandError {
        guard case .notMirrored = error.code else { throw error }
        throw missing
      }
    }
    return IntegrationAnswer("Channel was successfully closed.")
  }

  static let createMessagingEndpoint = IntegrationCommand(
    "microsoft-teams-create-messaging-endpoint", "Tell the address that the bot listens at.",
    effect: .reads,
    arguments: [
      IntegrationArgument("engine_url", "The address of the engine that it runs on.")
    ],
    equivalent: "bot endpoint",
    example: "microsoft-teams-create-messaging-endpoint engine_url=https://bot.contoso.com:443"
  ) { call in
    let address: String
    if let engine = call.arguments["engine_url"] {
      guard let match = engine.wholeMatch(of: /(https?:\/\/[^\/:\s]+:\d{1,5})(\/\S*)?/) else {
        throw call.fault(
          .refused(
            "Invalid engine URL - Please ensure that the `engine_url` is in the correct format: "
              + "'https://IP:port' or 'http://IP:port'."))
      }
      let path = String(match.2 ?? "")
      address = match.1 + (path.count > 1 ? path : "/api/messages")
    } else {
      guard let text = call.workspace.configuration.profile.botAddress else {
        throw EndpointFault.addressMissing
      }
      address = try PublicAddress(text).messages
    }
    return IntegrationAnswer(
      "The messaging endpoint is:\n `\(address)`\n\n"
        + "The messaging endpoint is entered in Azure, in the configuration of the bot.\n",
      references: [address])
  }
}

extension IntegrationArgument {
  /// The incident, which the platform of the integration knows without being told.
  static let incident = IntegrationArgument(
    "incident_id", "The incident; where you stand if left out.", as: .incident)
}

extension IntegrationCall {
  /// The incident that the call names, or the one where one stands.
  var incident: String? { arguments["incident_id"] ?? workspace.place.incident?.id }

  /// `direction`, as teamsh names it.
  fileprivate var direction: Word {
    switch arguments["direction"] {
    case "FromDemisto": "to-teams"
    case "ToDemisto": "from-teams"
    default: "both"
    }
  }

  /// The words that name a channel: first comes one in which an incident is mirrored.
  ///
  /// - Parameters:
  ///   - name: The channel's name.
  ///   - isOperand: Whether the channel stands by itself, and not behind its option.
  ///   - incident: An incident whose channel is meant where none has the name.
  /// - Returns: The words.
  func channelWords(_ name: String, isOperand: Bool = false, orOf incident: String? = nil) -> [Word]
  {
    let place: [Word]
    if let mirror = mirror(name, orOf: incident) {
      place = [.value(mirror.channelID), "--team", .value(mirror.teamID)]
    } else {
      place = [.value(name)] + (arguments["team"].map { ["--team", .value($0)] } ?? [])
    }
    return (isOperand ? [] : ["--channel"]) + place
  }

  /// The mirror in a channel of a name; in the team at hand, where there is one.
  private func mirror(_ name: String, orOf incident: String?) -> Mirror? {
    let all = (try? workspace.knownIncidents()?.mirrors()) ?? []
    let team = arguments["team"] ?? workspace.configuration.profile.team
    let here = all.filter { team == nil || $0.teamName == team || $0.teamID == team }
    return here.first { $0.channelName == name }
      ?? incident.flatMap { number in here.first { String($0.incident) == number } }
  }
}
