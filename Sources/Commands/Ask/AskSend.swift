package import ArgumentParser
import Bot
package import CommandKit
import Documents
import Foundation
import Records

/// Asks a channel or a person something as the bot, and waits until somebody answers.
package struct AskSend: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Ask a channel or a person, and wait for the answer.",
    discussion: """
      The bot shows a card with a button for each answer, Yes and No unless --option names others; with \
      --free one types it. The first answer counts, and the card says then who gave it. Its text is what \
      $(…) makes of the command: answer=$(ask 'Deploy now?' --to @adele); one of several lines keeps them \
      with --jq .answer.text. Answers arrive while the endpoint runs (bot listen). A question stays open when \
      the time is over or Ctrl-C ends the wait: see ask wait.
      """)
  package static let effect = Effect.changes
  package static let columns = QuestionRow.answer
  package static let operands = [Operand(\Self.text)]
  package static let examples = [
    Example("Ask a person, and go on at once", "ask send 'Deploy now?' --to @adele --no-wait"),
    Example(
      "Ask a channel, with answers of one's own",
      "ask send 'When do we move?' --option Tonight --option Saturday "
        + "--channel 'Contoso IT/General' --no-wait"),
    Example(
      "Ask for a text about an incident",
      "ask send 'What happened?' --free --to @adele --incident 12 --no-wait"),
    Example("See the card first", "ask send 'Deploy now?' --to @adele --timeout 10m --dry-run"),
  ]

  @Argument(help: ArgumentHelp("The question; - for standard input.", valueName: "text"))
  var text: Word?

  @Option(help: ArgumentHelp("An answer to choose from; again for more.", valueName: "text"))
  var option: [Word] = []

  @Flag(help: "The answer is typed.")
  var free = false

  @Option(
    help: ArgumentHelp(
      "A file with an adaptive card whose buttons answer; - for standard input.",
      valueName: "file"))
  var card: Word?

  @Option(help: ArgumentHelp("The person to ask.", valueName: "person"))
  var to: PersonReference?

  @OptionGroup var container: ChannelOptions

  @Option(
    help: ArgumentHelp("How long to wait, as 90s, 10m or 2h; by default 5m.", valueName: "duration")
  )
  var timeout = AnswerWait.usual

  @Flag(help: "Tell the question's id, and do not wait.")
  var noWait = false

  @Option(help: ArgumentHelp("The incident that it is about; where you stand.", valueName: "text"))
  var incident: Word?

  @Option(help: ArgumentHelp("The task that it is about.", valueName: "text"))
  var task: Word?

  @Option(help: ArgumentHelp("The question's id; by default a new one.", valueName: "text"))
  var id: Word?

  package init() {}

  package func validate() throws {
    if to != nil, container.channel != nil || container.team != nil {
      throw ValidationError("--to does not go with --team or --channel.")
    }
    if [!option.isEmpty, free, card != nil].count(where: \.self) > 1 {
      throw ValidationError("Only one of --option, --free and --card.")
    }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    let draft = try await draft(session)
    let bot = try await session.asBot()
    let sent: Question
    if let to {
      let person = try await to.resolve(in: session, for: .write)
      sent = try await bot.inConversation(with: person) { conversation in
        try await bot.ask(draft, .person(person), in: conversation, to: person)
      }.value
      if noWait || session.call.isDryRun { return Self.asked(sent, person) }
    } else {
      let found = try await session.standardChannel(
        container.channel, team: container.team, for: .write)
      let place = Place.channel(team: found.team, found.channel)
      sent = try await bot.ask(draft, place, in: found.channel.id, to: found.channel)
      if noWait || session.call.isDryRun { return Self.asked(sent, nil) }
    }
    let wait = try AnswerWait(session, limit: timeout)
    wait.begin(with: sent)
    return .one(Note(answered: try await wait.answer(to: sent.id)))
  }

  private static func asked(_ question: Question, _ person: Named?) -> Reply<Note> {
    .done(
      "The bot asked \(question.recipient). The question's id is \(question.id).",
      Note(question, person: person))
  }

  private func draft(_ session: Session) async throws -> QuestionDraft {
    let tag = QuestionTag(
      question: newID(session), incident: incident?.text ?? session.place.incident?.id ?? "",
      task: task?.text ?? "")
    guard let card else {
      let text = try await session.call.io.input.spoken(text)
      let options = option.isEmpty ? ["Yes", "No"] : option.map(\.text)
      let card = QuestionCard(text, free ? .open : .options(options), tag: tag)
      return QuestionDraft(
        text: text, options: free ? [] : options, tag: tag, card: card.document)
    }
    let own = try await AdaptiveCard(file: card, input: session.call.io.input)
    let document = try JSON(parsing: own.text)
    let marked = tag.marking(document)
    // Whoever names the id knows what becomes of the card.
    guard id != nil || marked != document else {
      throw CommandError(.card(.noButton, file: card.text == "-" ? "Standard input" : card.text))
    }
    let text = text?.text ?? document.firstText ?? "A card"
    return QuestionDraft(text: text, options: [], tag: tag, card: marked)
  }

  private func newID(_ session: Session) -> String {
    if let id { return id.text }
    return session.call.isDryRun ? Named.newID : UUID().uuidString.lowercased()
  }
}

extension JSON {
  /// The first text that a card shows.
  fileprivate var firstText: String? {
    if self["type"]?.string == "TextBlock", let text = self["text"]?.string, !text.isEmpty {
      return text
    }
    let parts = array ?? ["body", "items", "columns"].compactMap { self[$0] }
    return parts.lazy.compactMap(\.firstText).first
  }
}
