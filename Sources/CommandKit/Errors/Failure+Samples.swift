import Cache
import Graph
import HTTPTypes
import Identity
import Output
import Records
import Transport

extension Failure {
  /// A failure of every kind, with words in capitals where the facts of a real one stand.
  ///
  /// What documents the exit codes reads them off these.
  package static var samples: [Failure] {
    commands + integration + graph + network + files + scripts
  }

  private static var commands: [Failure] { commandCodes.map { Failure(CommandError($0)) } }

  private static var integration: [Failure] { IntegrationFault.samples.map { Failure($0) } }

  static let commandCodes: [CommandError.Code] = [
    .unknownCommand("WORD", nearest: []),
    .unknownVerb(noun: "NOUN", verb: "WORD", verbs: [], nearest: []),
    .missingVerb(noun: "NOUN", verbs: []), .notFound(.team, "NAME", nearest: []),
    .ambiguous(.team, "NAME", []), .meetingHidden("TEXT"),
    .inexact(.team, typed: "TEXT", name: "NAME"),
    .noSuchRow(3, rows: 2), .notAPlace("TEXT"), .placeNeeded([.team]), .linkUnknown("LINK"),
    .notConfirmed(command: "COMMAND"), .declined, .readOnly(command: "COMMAND"),
    .restricted(.program), .promptNeeded(command: "COMMAND"), .editorFailed, .notSignedIn,
    .identityMissing(needed: ["person"], held: [], command: "COMMAND"), .nobodyToAsk,
    .clientIDMissing,
    .unknownTopic("WORD", nearest: []), .nothingAbout("WORD"),
    .secretMissing, .botMissing(.id), .botMissing(.secret), .botMissing(.connector),
    .tenantMissing, .unknownSetting("NAME", known: []),
    .invalidSetting("NAME", "TEXT", allowed: []), .invalidJSON(reason: "REASON", offset: 1),
    .emptyInput, .unknownColumn("NAME", known: []),
    .invalidArgument(name: "NAME", value: "TEXT", reason: "REASON"),
    .unreadable(path: "FILE", reason: "REASON"), .unwritable(path: "FILE", reason: "REASON"),
    .unanswered(question: "ID", after: TimeSpan(seconds: 300)), .notReached(rounds: 5),
    .integration(IntegrationFault(command: "COMMAND", .botMissing)),
    .checksFailed(2),
    .demoMissing("FILE"), .demoFailed,
    .unknownOption(command: "COMMAND", option: "OPTION", nearest: []),
    .missingValue(command: "COMMAND", option: "OPTION", value: "VALUE"),
    .invalidValue(command: "COMMAND", place: "OPTION", value: "TEXT", allowed: []),
    .missingArgument(command: "COMMAND", argument: "ARGUMENT", about: "", usage: "COMMAND"),
    .spareArgument(command: "COMMAND", argument: "TEXT", usage: "COMMAND"),
    .invalidAlias("TEXT"), .aliasTaken("NAME"), .unknownAlias("NAME", nearest: []),
    .noSuchJob("NUMBER"), .jobEnded(1), .scriptFaults(2),
    .partlyDone("Added 2 of 3 people.", refused: ["NAME: REASON"]),
    .noneMatches(.person, ["NAME", "NAME"], nearest: [], isSkippable: true),
    .standardChannel("CHANNEL", team: "TEAM"), .closedToBots("CHANNEL", kind: "private"),
    .notAGroupChat("CHAT", .members), .notAGroupChat("CHAT", .topic),
    .ownerNeeded(kind: "private"), .guestOwner("NAME"),
    .incidentState(1, isClosed: true), .incidentState(1, isClosed: false),
    .mirroredElsewhere(1, channel: "CHANNEL"), .notMirrored(1),
    .operationFailed("WORK", graphCode: "CODE", message: "REASON"),
    .stillUnderWay("WORK", path: "PATH"),
    .messageEmpty(takesFiles: true), .messageEmpty(takesFiles: false),
    .chatsOnly(what: "COMMAND"),
    .mention(.unknown, name: "NAME", place: "PLACE"),
    .mention(.unknownToBot, name: "NAME", place: "PLACE"),
    .mention(.ambiguous, name: "NAME", place: "PLACE"),
    .mention(.withoutID, name: "NAME", place: "PLACE"),
    .card(.notJSON(offset: 1), file: "FILE"), .card(.notAnObject, file: "FILE"),
    .card(.wrongType("TEXT"), file: "FILE"), .card(.wrongType(nil), file: "FILE"),
    .card(.noVersion, file: "FILE"), .card(.noButton, file: "FILE"),
    .file(.missing, path: "FILE"), .file(.notPermitted, path: "FILE"),
    .file(.unreadable(reason: "REASON"), path: "FILE"), .file(.folder, path: "FILE"),
    .file(.special, path: "FILE"), .file(.empty, path: "FILE"),
    .file(.tooLarge(size: 250_000_001, limit: 250_000_000), path: "FILE"),
    .file(.changed, path: "FILE"), .file(.gone, path: "FILE"),
  ]

  private static var graph: [Failure] {
    let refusals = GraphError.Code.allCases.map { Failure(refusal($0, status: status(of: $0))) }
    let permission = PermissionFailure(
      command: "COMMAND", missing: ["PERMISSION"], held: [], kind: .person,
      underlying: refusal(.forbidden, status: 403))
    return refusals + [Failure(permission)] + connector
  }

  private static var connector: [Failure] {
    ConnectorCode.allCases.map { code in
      var error = GraphError(
        code: .badRequest, status: code == .failed ? 500 : 400, graphCode: code.rawValue,
        method: .post, template: "/v3/conversations")
      error.server = .connector
      return Failure(error)
    }
  }

  private static func refusal(_ code: GraphError.Code, status: Int) -> GraphError {
    let request = GraphRequest<NoContent>.get("/me")
    return GraphError(
      code: code, status: status, method: request.method, template: request.path.template)
  }

  private static func status(of code: GraphError.Code) -> Int {
    switch code {
    case .serverFailed: 500
    case .badGateway: 502
    case .unavailable: 503
    case .gatewayTimeout: 504
    default: 400
    }
  }

  private static var network: [Failure] {
    let exchanges = TransportError.Code.allCases.map { code in
      Failure(TransportError(code: code, host: "HOST", detail: ""))
    }
    return exchanges + IdentityError.Code.allCases.map { Failure(IdentityError(code: $0)) }
  }

  static let configurationCodes: [ConfigurationError.Code] = [
    .unreadable(reason: ""), .invalidYAML(line: nil, reason: ""),
    .unknownProfile("NAME", known: [], warnings: []), .profileExists("NAME"),
    .notEditable, .unwritable(reason: ""), .unknownCloud("NAME"), .addressMissing,
    .secretFileExposed, .secretFileUnreadable(reason: ""),
    .invalidURL("TEXT"), .invalidPace("TEXT"),
  ]

  private static var files: [Failure] {
    configurationCodes.map { Failure(ConfigurationError($0, path: "FILE")) }
      + CacheError.Code.allCases.map { Failure(CacheError(code: $0, path: "FILE")) }
      + JournalError.Code.allCases.map { Failure(JournalError(code: $0, path: "FILE", reason: "")) }
      + RecordsError.Code.allCases.map { Failure(RecordsError(code: $0, path: "FILE")) }
      + EndpointFault.samples.map { Failure($0) }
      + HookFault.samples.map { Failure($0) }
      + SinkError.Code.allCases.map { Failure(SinkError(code: $0, path: "FILE", reason: "")) }
      + JQError.Code.allCases.map { Failure(JQError(code: $0, message: "")) }
  }

  private static var scripts: [Failure] {
    let place = ScriptLocation(source: nil, line: 1, column: 1, length: 1, lineText: "")
    return scriptCodes.map { Failure(ScriptError(code: $0, location: place)) }
  }

  static let scriptCodes: [ScriptError.Code] = [
    .unfinished(.singleQuote), .unexpected("SIGN"), .missing(.command, after: "SIGN"),
    .typographicQuote("\u{201C}"), .invalidName("NAME"),
    .reservedVariable("NAME"), .unsetVariable("NAME"),
    .missingField(variable: "NAME", path: "FIELD"), .notOneWord(count: 2), .tooDeep(limit: 100),
    .unreadable(path: "FILE", reason: "REASON"), .notText(path: "FILE"), .programNotStarted,
    .notClosed(.substitution), .fileExists(path: "FILE"), .restricted(.program),
    .spareWords(alias: "NAME"), .tooManyJobs(limit: 20),
    .partlyFailed(failures: 2), .interrupted,
  ]
}
