package import ArgumentParser
package import CommandKit

/// Goes to a team, a channel or a chat, which commands then work in.
package struct Use: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Go to a team, channel or chat.", aliases: ["cd"])
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.place)]
  package static let examples = [
    Example("Go to a channel", "use 'Contoso IT/General'"),
    Example("Go up, back, and to nowhere", "use 'Contoso IT'; use ..; use -; use /"),
    Example("Go to the chat with a person", "use @adele"),
  ]

  @Argument(help: ArgumentHelp("The place.", valueName: "place"))
  var place: PlaceReference

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let place = try await place.resolve(in: session, for: .read)
    session.workspace.move(to: place)
    if session.call.io.isInteractive { session.workspace.fill(of: place) }
    return .silent
  }
}
