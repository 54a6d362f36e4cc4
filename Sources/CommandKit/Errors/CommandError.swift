/// Why a command could not do what was asked, before or beside what Graph says.
package struct CommandError: Error, Sendable, Hashable {
  package let code: Code

  package init(_ code: Code) {
    self.code = code
  }

  /// One candidate of an ambiguous name, with what tells it apart.
  package struct Candidate: Sendable, Hashable {
    package let name: String
    package let detail: String
    package let id: String

    package init(name: String, detail: String, id: String) {
      self.name = name
      self.detail = detail
      self.id = id
    }
  }

  /// The kinds of thing that a name can stand for.
  package enum Kind: String, Sendable, Hashable {
    case team, channel, person, member, chat, message, meeting, place, command, app, incident
    case deed = "write of the journal"
    case line = "line of the history"
    case pin = "pinned message"
    case question
  }

  /// What only group chats let happen.
  package enum ChatChange: Sendable, Hashable {
    case members, topic
  }

  /// What stood in the way.
  package enum Code: Sendable, Hashable {
    case unknownCommand(String, nearest: [String])
    case unknownVerb(noun: String, verb: String, verbs: [String], nearest: [String])
    case missingVerb(noun: String, verbs: [String])
    /// The argument parser's own words about wrong arguments, and how the command is used.
    case usage(command: String, message: String)
    /// An option that the command does not have.
    case unknownOption(command: String, option: String, nearest: [String])
    /// An option stands without its value.
    case missingValue(command: String, option: String, value: String)
    /// A value that is none of the few that its place takes.
    case invalidValue(command: String, place: String, value: String, allowed: [String])
    /// An argument that the command cannot do without.
    case missingArgument(command: String, argument: String, about: String, usage: String)
    /// One word more than the command takes.
    case spareArgument(command: String, argument: String, usage: String)
    case invalidAlias(String)
    /// The name of an alias that would hide a command.
    case aliasTaken(String)
    case unknownAlias(String, nearest: [String])
    case noSuchJob(String)
    /// Somebody ended a job that was waited for.
    case jobEnded(Int)
    /// What a check of a script found, apart from what it has shown.
    case scriptFaults(Int)
    case notFound(Kind, String, nearest: [String])
    /// None of several texts matches anything.
    case noneMatches(Kind, [String], nearest: [String], isSkippable: Bool)
    case ambiguous(Kind, String, [Candidate])
    /// Graph shows no such meeting, which it does to the organizer alone.
    case meetingHidden(String)
    /// A destructive write in a script named something by other letters than its own.
    case inexact(Kind, typed: String, name: String)
    case noSuchRow(Int, rows: Int)
    case notAPlace(String)
    /// A command was not told where to work, and one stands nowhere it could.
    case placeNeeded([PlaceKind])
    case linkUnknown(String)
    case notConfirmed(command: String)
    case declined
    case readOnly(command: String)
    /// A restricted session does not do this.
    case restricted(ScriptError.Restriction)
    /// A command that works on the next line was called where none is edited.
    case promptNeeded(command: String)
    /// The program that edits lines left nothing.
    case editorFailed
    case notSignedIn
    case identityMissing(needed: [String], held: [String], command: String)
    case nobodyToAsk
    case clientIDMissing
    case secretMissing
    /// What a bot needs and the profile does not name.
    case botMissing(BotLack)
    case tenantMissing
    /// Help was asked on words that name nothing.
    case unknownTopic(String, nearest: [String])
    /// A search of help found nothing.
    case nothingAbout(String)
    case unknownSetting(String, known: [String])
    case invalidSetting(String, String, allowed: [String])
    case invalidJSON(reason: String, offset: Int)
    case emptyInput
    case unknownColumn(String, known: [String])
    case invalidArgument(name: String, value: String, reason: String)
    case unsupported(String)
    /// A message of nothing.
    case messageEmpty(takesFiles: Bool)
    /// A name in a text cannot be mentioned.
    case mention(MentionFault, name: String, place: String)
    /// A file is no adaptive card.
    case card(CardFault, file: String)
    /// A file cannot be sent.
    case file(FileFault, path: String)
    /// What was asked of a message that is not in a chat.
    case chatsOnly(what: String)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    /// A command of the integration was called wrongly, or says no in its own words.
    case integration(IntegrationFault)
    /// How many checks of the doctor failed, apart from what it has shown.
    case checksFailed(Int)
    /// Nobody answered a question in the time that somebody waited; it stays open.
    case unanswered(question: String, after: TimeSpan)
    /// What was watched for did not come true.
    case notReached(rounds: Int)
    /// Some of several things were done; the others were refused, each for its reason.
    case partlyDone(String, refused: [String])
    /// The members of a standard channel are those of its team, and change there.
    case standardChannel(String, team: String)
    /// A private or shared channel, in which no bot may speak.
    case closedToBots(String, kind: String)
    /// What only a group chat lets happen was asked of another one.
    case notAGroupChat(String, ChatChange)
    /// A channel of that kind needs an owner, and an app is none.
    case ownerNeeded(kind: String)
    /// Guests own no channel.
    case guestOwner(String)
    /// Work that Graph had begun came to nothing.
    case operationFailed(String, graphCode: String, message: String)
    /// Work that Graph had begun goes on, longer than anybody waits; with the path where it is followed.
    case stillUnderWay(String, path: String)
    /// What was asked of an incident only goes while it is open, or only when it is closed.
    case incidentState(Int64, isClosed: Bool)
    /// An incident is mirrored in that team already, in another channel.
    case mirroredElsewhere(Int64, channel: String)
    /// An incident is mirrored in no channel, or in none of that team.
    case notMirrored(Int64)
    /// The local tenant's program is not where it should be.
    case demoMissing(String)
    /// The local tenant did not start, or its page did not take the code.
    case demoFailed
  }
}

extension CommandError {
  /// The typed word that is at fault, where one is.
  package var typed: String? {
    switch code {
    case .unknownCommand(let word, _), .notFound(_, let word, _), .meetingHidden(let word),
      .ambiguous(_, let word, _),
      .notAPlace(let word), .linkUnknown(let word), .unknownSetting(let word, _),
      .invalidSetting(_, let word, _), .invalidArgument(_, let word, _), .invalidAlias(let word),
      .aliasTaken(let word), .unknownAlias(let word, _), .noSuchJob(let word),
      .missingVerb(let word, _), .unreadable(let word, _), .inexact(_, let word, _),
      .card(_, let word), .file(_, let word):
      word
    case .unknownVerb(_, let verb, _, _): verb
    case .unknownOption(_, let option, _), .missingValue(_, let option, _): option
    case .invalidValue(_, _, let value, _): value
    case .spareArgument(_, let argument, _): argument
    case .noSuchRow(let row, _): "%\(row)"
    case .integration(let fault): fault.typed
    default: nil
    }
  }
}
