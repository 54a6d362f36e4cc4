package import ArgumentParser
package import CommandKit
import Documents
import Foundation
import Graph
import Identity

/// Writes the messages of channels and chats into files, a file each, with what hangs on them.
///
/// Which of them is done is listed in the folder, so that a second run goes on where the first one ended,
/// and later ones write only what has changed.
package struct MessageExport: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write channels and chats into files.",
    discussion: """
      A PLACE is a channel, a chat, a team, which stands for all of its channels, or / for those of \
      every team. Messages come oldest first, each before its replies; a reply in the time asked for \
      keeps the message that it answers. In a folder every channel and chat has a file of its own; the \
      same line goes on where the last run ended, and writes anew what has changed since. An attachment \
      that was saved before is kept. Graph does not tell of every change to a message that is not the \
      newest: where that matters, use a fresh folder.
      """)
  package static let effect = Effect.reads
  package static let permissions = Permissions.exportingMessages
  package static let columns: [Column<Note>] = [
    Column("PLACE", field: "place"),
    Column("MESSAGES", field: "messages"),
    Column("ATTACHMENTS", field: "attachments"),
    Column("STATE", field: "state"),
    Column("FILE", field: "file"),
  ]
  package static let operands = [Operand(\Self.places)]
  package static let examples = [
    Example(
      "Write a channel as a page with its pictures and files",
      "message export 'Contoso IT/General' --to /tmp/general.html --attachments"),
    Example(
      "Write every channel of a team, and later what has changed",
      "message export 'Contoso IT' --to /tmp/contoso-it --format markdown"),
    Example(
      "Write what was said in two chats this week",
      "message export 'Project X' @adele --to /tmp/chats --since 7d"),
  ]

  @Argument(
    help: ArgumentHelp(
      "Channels, chats or teams; where you stand if left out.", valueName: "place"))
  var places: [PlaceReference] = []

  @Option(help: ArgumentHelp("The folder, or for one place the file.", valueName: "file"))
  var to: Word

  @Option(help: ArgumentHelp("Write in this format; ndjson if left out.", valueName: "kind"))
  var format: ExportFormat?

  @Flag(help: "Save pictures and files beside, and link them.")
  var attachments = false

  @Option(
    help: ArgumentHelp("Leave out attachments of more MiB than this.", valueName: "number"))
  var attachmentLimit: Int?

  @Option(help: ArgumentHelp("Only messages from then on.", valueName: "date"))
  var since: Moment?

  @Option(help: ArgumentHelp("Only messages before then.", valueName: "date"))
  var until: Moment?

  @Flag(help: "Leave out the replies in channels.")
  var noReplies = false

  @OptionGroup var container: ConversationOptions

  package init() {}

  package func validate() throws {
    if !places.isEmpty, container.team != nil || container.channel != nil || container.chat != nil {
      throw ValidationError("Places do not go with --team, --channel or --chat.")
    }
    if let attachmentLimit, attachmentLimit < 1 {
      throw ValidationError("--attachment-limit takes a number from 1 up.")
    }
    if attachmentLimit != nil, !attachments {
      throw ValidationError("--attachment-limit goes with --attachments.")
    }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    if session.workspace.isRestricted { throw CommandError(.restricted(.output)) }
    let target = ExportTarget(to.text)
    let places = try await conversations(in: session)
    if attachments { session.call.meet("--attachments") }
    let now = session.workspace.now()
    var wishes = ExportWishes(format: try format(for: target))
    wishes.savesAttachments = attachments
    if attachments { wishes.mayReadFiles = Self.mayReadFiles(try await session.identity()) }
    wishes.largestAttachment = attachmentLimit.map { $0 << 20 }
    wishes.since = since?.date(from: now)
    wishes.until = until?.date(from: now)
    wishes.hasReplies = !noReplies
    if case .file = target, places.count > 1 {
      throw CommandError(
        .invalidArgument(
          name: "--to", value: to.text,
          reason: "Several places go into a folder, not into one file."))
    }
    let run = ExportRun(
      session: session, graph: try await session.graph, wishes: wishes, target: target)
    return try reply(try await run.run(places), session)
  }

  /// Whether a sign-in can read some files, as far as its token shows.
  private static func mayReadFiles(_ identity: SignedIn) -> Bool {
    let needed = identity.kind == .person ? "Files.Read" : "Files.Read.All"
    return !identity.claims.isReadable
      || PermissionName.missing([needed], from: identity.granted).isEmpty
  }

  private func format(for target: ExportTarget) throws -> ExportFormat {
    guard case .file(let path) = target, let named = ExportFormat(path: path) else {
      return format ?? .ndjson
    }
    guard let format, format != named else { return named }
    throw CommandError(
      .invalidArgument(
        name: "--to", value: path,
        reason: "A file of --format \(format.rawValue) ends with .\(format.fileExtension)."))
  }
}

extension MessageExport {
  /// The channels and chats that are meant, each once.
  private func conversations(in session: Session) async throws -> [Place] {
    var found: [Place] = []
    if places.isEmpty {
      found = try await conversations(
        in: try await session.place(
          team: container.team, channel: container.channel, chat: container.chat,
          kinds: [.team, .channel, .chat], for: .read), session)
    }
    for place in places {
      found += try await conversations(
        in: try await place.resolve(in: session, for: .read), session)
    }
    var seen: Set<String> = []
    found = found.filter { seen.insert($0.cacheKey ?? "").inserted }
    if let first = found.first { session.call.work(in: first.kind) }
    return found
  }

  private func conversations(in place: Place, _ session: Session) async throws -> [Place] {
    switch place {
    case .channel, .chat: return [place]
    case .person(let person): throw CommandError(.notFound(.chat, person.name, nearest: []))
    case .incident: throw CommandError(.placeNeeded([.team, .channel, .chat]))
    case .nowhere:
      return try await CacheFill(session: session).channelsOfEveryTeam()
    case .team(let team):
      return try await session.readAll(Session.channels(of: team.id)).map {
        .channel(team: team, Named(id: $0.id, name: $0.displayName))
      }
    }
  }

  /// What is said in the end: a sentence for one place, rows for several, and what is missing.
  private func reply(_ outcomes: [ExportRun.Outcome], _ session: Session) throws -> Reply<Note> {
    let summary = ExportSummary(outcomes)
    for remark in summary.remarks { session.tell(remark) }
    guard summary.missing.isEmpty else {
      throw CommandError(.partlyDone(summary.sentence, refused: summary.missing))
    }
    guard outcomes.count == 1, let row = summary.rows.first else { return .list(summary.rows) }
    return .done(summary.sentence, row)
  }
}
