package import ArgumentParser
package import CommandKit
import Documents
import Records

/// Mirrors an incident in a channel of a team, which is made where there is none.
package struct IncidentMirror: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "mirror", abstract: "Mirror an incident in a channel.",
    discussion: """
      What is noted here is told there by the bot, and what people write there to the bot, by mentioning it, \
      becomes a note here while bot listen runs. The channel is incident-N unless --channel says otherwise; \
      one of that name that is there already is taken. The same line later changes what is mirrored, and which \
      way. The bot's app has to be in the team.
      """)
  package static let effect = Effect.changes
  package static let permissions = Permissions(
    person: ["Channel.Create"], app: ["Channel.Create"])
  package static let columns: [Column<Note>] = [
    Column("Incident", field: "incident"),
    Column("Team", field: "team"),
    Column("Channel", field: "channel"),
    Column("Type", field: "type"),
    Column("Direction", field: "direction"),
    Column("Auto-close", field: "autoClose"),
  ]
  package static let operands = [Operand(\Self.incident)]
  package static let examples = [
    Example("Mirror an incident in a channel of its own", "incident mirror 2 --team 'Contoso IT'"),
    Example(
      "Mirror its notes in a channel that stays",
      "incident mirror 2 --team 'Contoso IT' --channel General --type chat --keep-channel"),
  ]

  @Argument(help: ArgumentHelp("The incident; where you stand if left out.", valueName: "incident"))
  var incident: IncidentReference?

  @OptionGroup var container: TeamOption

  @Option(help: ArgumentHelp("The channel's name; incident-N if left out.", valueName: "name"))
  var channel: Word?

  @Option(help: ArgumentHelp("What is mirrored: chat is notes alone.", valueName: "kind"))
  var type = Mirror.Content.all

  @Option(help: ArgumentHelp("Which way notes go.", valueName: "kind"))
  var direction = Mirror.Direction.both

  @Flag(help: "Do not delete the channel when the incident is closed.")
  var keepChannel = false

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let incident = try await session.incident(incident, for: .write)
    let wish = MirrorWish(
      content: type, direction: direction, closesChannel: !keepChannel, channel: channel?.text)
    let opened = try await session.openMirror(of: incident, in: container.team, wish)
    guard !session.call.isDryRun else { return .silent }
    let mirror = opened.mirror
    if let reason = opened.refusal {
      session.conclude(
        [reason, "The same line again announces it."], "The bot could not announce itself.")
    }
    var document = mirror.document.object ?? JSONObject()
    document["isNew"] = .bool(opened.isNew)
    return .done(
      opened.isNew
        ? "Incident \(incident.number) is mirrored in \(mirror.path)."
        : "Changed how incident \(incident.number) is mirrored in \(mirror.path).",
      Note(.object(document), reference: "\(mirror.teamID)/\(mirror.channelID)"))
  }
}

extension Mirror.Content: ExpressibleByArgument {}
extension Mirror.Direction: ExpressibleByArgument {}
