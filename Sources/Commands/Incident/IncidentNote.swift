package import ArgumentParser
package import CommandKit
import Records

/// Writes a note to an incident, and tells it to the channels in which that is mirrored.
package struct IncidentNote: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write a note to an incident.",
    discussion: """
      With one word the note is for the incident where you stand, or for that of --incident. Channels in \
      which the incident is mirrored get it from the bot, as Markdown.
      """)
  package static let effect = Effect.changes
  package static let columns = NoteRow.columns
  package static let operands = [Operand(\Self.first), Operand(\Self.second)]
  package static let examples = [
    Example("Write a note", "incident note 1 'The vendor is **called**.'"),
    Example(
      "Write one where you stand", "use incident 1; incident note 'It is the certificate.'"),
  ]

  @Argument(
    help: ArgumentHelp("The incident; the text, if it stands alone.", valueName: "incident"))
  var first: Word

  @Argument(help: ArgumentHelp("The text; - for standard input.", valueName: "text"))
  var second: Word?

  @OptionGroup var container: IncidentOption

  package init() {}

  package func validate() throws {
    if second != nil, container.incident != nil {
      throw ValidationError("--incident does not go with a number in front of the text.")
    }
  }

  package func run(in session: Session) async throws -> Reply<NoteRow> {
    let reference = second == nil ? container.incident : IncidentReference(first)
    let incident = try await session.incident(reference, for: .read)
    let text = try await session.text(second ?? first)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw CommandError(
        .invalidArgument(name: "The note", value: text, reason: "It says nothing."))
    }
    let author = session.workspace.author
    guard
      let written = try await session.note(
        text, to: incident.number, by: author.name, mail: author.mail)
    else { return .silent }
    session.conclude(written.refused)
    return .done("Noted in incident \(incident.number).", NoteRow(written.note))
  }
}
