package import ArgumentParser
package import CommandKit

/// Goes to a team, a channel, a chat or an incident, which commands then work in.
package struct Use: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Go to a team, channel, chat or incident.", aliases: ["cd"])
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.place), Operand(\Self.incident)]
  package static let examples = [
    Example("Go to a channel", "use 'Contoso IT/General'"),
    Example("Go up, back, and to nowhere", "use 'Contoso IT'; use ..; use -; use /"),
    Example("Go to the chat with a person", "use @adele"),
    Example("Go to an incident", "incident create 'Mail is down'; use incident $last"),
  ]

  @Argument(help: ArgumentHelp("The place.", valueName: "place"))
  var place: PlaceReference

  @Argument(
    help: ArgumentHelp(
      "The incident, behind the word incident in the place's stead.", valueName: "incident"))
  var incident: IncidentReference?

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    if let incident {
      guard place.word.text == "incident", !place.word.isLiteral else {
        throw CommandError(
          .spareArgument(command: "use", argument: incident.word.text, usage: "use PLACE"))
      }
      session.workspace.move(to: Place(try await incident.resolve(in: session, for: .read)))
      return .silent
    }
    let place = try await place.resolve(in: session, for: .read)
    session.workspace.move(to: place)
    if session.call.io.isInteractive { session.workspace.fill(of: place) }
    return .silent
  }
}
