extension Failure {
  /// The words for what a command could not do by itself.
  package init(_ error: CommandError) {
    switch error.code {
    case .unknownCommand(let word, let nearest):
      self.init(
        "There is no command \(Self.quoted(word)).", next: Self.suggestion(nearest) ?? "See: help",
        .usage)
    case .unknownVerb(let noun, let verb, let verbs, let nearest):
      self.init(
        "\(noun) has no verb \(Self.quoted(verb)).",
        next: Self.suggestion(nearest.map { "\(noun) \($0)" })
          ?? "It has: \(verbs.joined(separator: ", "))",
        .usage)
    case .missingVerb(let noun, let verbs):
      self.init(
        "\(noun) needs a verb.", next: "One of: \(verbs.joined(separator: ", "))", .usage)
    case .usage(let command, let message):
      self.init(message, next: "See: help \(command)", .usage)
    case .unknownOption, .missingValue, .invalidValue, .missingArgument, .spareArgument:
      self.init(words: error)
    case .messageEmpty, .mention, .card, .file, .chatsOnly:
      self.init(message: error)
    case .incidentState, .mirroredElsewhere, .notMirrored:
      self.init(incident: error)
    case .notFound(let kind, let text, let nearest):
      self.init(
        "No \(kind.rawValue) matches \(Self.quoted(text)).", next: Self.suggestion(nearest),
        .notFound)
    case .ambiguous(let kind, let text, let candidates):
      let rows = candidates.map { "\($0.name)  \($0.detail)".trimmingSpaces }
      self.init(
        "Several things match the \(kind.rawValue) \(Self.quoted(text)).",
        why: rows.joined(separator: "\n  "), next: "Use an id, or what tells them apart.", .usage)
    case .inexact(let kind, let typed, let name):
      self.init(
        "The \(kind.rawValue) \(Self.quoted(typed)) is written \(Self.quoted(name)).",
        why: "A script removes by exact name or id only.", .usage)
    case .meetingHidden(let text):
      self.init(
        "Graph shows no meeting \(Self.quoted(text)).",
        why: "It shows one to its organizer alone, and to an app that a policy lets in.",
        next: "Name the organizer with --for, as an app: --as app", .notFound)
    case .noSuchRow(let row, let rows):
      self.init(
        rows == 0
          ? "There is no list to take %\(row) from." : "The last list has no row \(row).",
        why: rows == 0 ? nil : "It has \(rows).", .usage)
    case .notAPlace(let text):
      self.init("\(Self.quoted(text)) is no place.", .notFound)
    case .placeNeeded(let kinds):
      let options = kinds.filter { $0 != .nowhere }.map { "--\($0.rawValue)" }
      self.init(
        "Which \(kinds.map(\.rawValue).joined(separator: " or "))?",
        why: "This command works in one, and you stand in none.",
        next: "Go to one with use, or name it with \(options.joined(separator: " or ")).", .usage)
    case .linkUnknown(let link):
      self.init("\(Self.quoted(link)) is no Teams link to something of that kind.", .usage)
    case .notConfirmed(let command):
      self.init(
        "\(command) asks before it removes, and nobody can answer here.",
        next: "Add --yes to do it without asking.", .usage)
    case .declined:
      self.init("Nothing was changed.", .failed)
    case .readOnly(let command):
      self.init("\(command) is refused: this session is read-only.", .permission)
    case .restricted(let restriction):
      self.init(Self.sentence(.restricted(restriction)), .permission)
    default:
      self.init(local: error)
    }
  }

  /// The words for settings, input and sign-in.
  private init(local error: CommandError) {
    switch error.code {
    case .notSignedIn:
      self.init("Nobody is signed in.", next: "Type: login", .signIn)
    case .identityMissing(let needed, let held, let command):
      let kinds = needed.map { $0 == "app" ? "an app" : "a \($0)" }
      self.init(
        "\(command) needs the identity of \(kinds.joined(separator: " or ")).",
        why: held.isEmpty ? nil : "Signed in: \(held.joined(separator: ", ")).",
        next: "Type: login\(needed == ["app"] ? " --app" : "")", .signIn)
    case .nobodyToAsk:
      self.init("This asks something, and nobody can answer here.", .usage)
    case .clientIDMissing:
      self.init(
        "No client id is set, and none is built in.",
        why: """
          Register an app once: Entra admin centre, App registrations, New registration; under \
          Authentication add the platform "Mobile and desktop applications" with the redirect URI \
          http://localhost and allow public client flows; under API permissions add the delegated Graph permissions you want.
          """,
        next: "Then set TEAMSH_CLIENT_ID and TEAMSH_TENANT, or client-id and tenant of a profile.",
        .signIn)
    case .secretMissing:
      self.init(
        "No secret or certificate of an app is set.",
        next: "Name a file in secret-file or certificate of the profile, or type: "
          + "login --app --secret - < FILE",
        .signIn)
    case .botMissing(.id):
      self.init(
        "No bot is named.", why: "A bot signs in by the id of its registration.",
        next: "Set TEAMSH_BOT_ID, or bot-id of a profile in config.yaml.", .signIn)
    case .botMissing(.secret):
      self.init(
        "No secret or certificate of a bot is set.",
        next: "Name a file in bot-secret-file or bot-certificate of the profile, or type: "
          + "login --bot --secret - < FILE",
        .signIn)
    case .botMissing(.connector):
      self.init(
        "The address of the Bot connector is not known.",
        why: "In this cloud only what Teams sends to a bot says it.",
        next: "Set connector-url of the profile.", .signIn)
    case .tenantMissing:
      self.init(
        "No tenant is set.", next: "Set TEAMSH_TENANT, or tenant of a profile in config.yaml.",
        .signIn)
    case .unknownTopic(let name, let nearest):
      self.init(
        "There is no help on \(Self.quoted(name)).",
        next: Self.suggestion(nearest.map { "help \($0)" }) ?? "Try: apropos \(name)", .usage)
    case .nothingAbout(let words):
      self.init(
        "Nothing in help has to do with \(Self.quoted(words)).", next: "See: help", .notFound)
    case .unknownSetting(let name, let known):
      self.init(
        "There is no setting \(Self.quoted(name)).",
        next: Self.suggestion(Spelling.nearest(to: name, among: known))
          ?? "There are: \(known.joined(separator: ", "))",
        .usage)
    case .invalidSetting(let name, let value, let allowed):
      self.init(
        "\(name) cannot be \(Self.quoted(value)).",
        next: "One of: \(allowed.joined(separator: ", "))", .usage)
    case .invalidJSON(let reason, let offset):
      self.init("The body is not JSON: \(reason) at byte \(offset).", .usage)
    case .emptyInput:
      self.init("Standard input is empty.", next: "Give it with < FILE.", .usage)
    case .unknownColumn(let name, let known):
      self.init(
        "There is no column \(Self.quoted(name)).",
        next: "There are: \(known.joined(separator: ", ")); a field's path works too.", .usage)
    case .invalidArgument(let name, let value, let reason):
      self.init("\(name) cannot be \(Self.quoted(value)).", why: reason, .usage)
    case .unsupported(let what):
      self.init(what, .usage)
    case .unreadable(let path, let reason):
      self.init("\(path) cannot be read.", why: reason, .notFound)
    case .unwritable(let path, let reason):
      self.init("\(path) cannot be written.", why: reason, .failed)
    case .integration(let fault):
      self.init(fault)
    case .unanswered(let question, let time):
      self.init(
        "Nobody answered in \(time.text).", why: "The question stays open.",
        next: "Type: ask wait \(question)", .failed)
    case .notReached(let rounds):
      self.init("It did not come true in \(rounds) rounds.", .failed)
    case .checksFailed(let count):
      self.init(count == 1 ? "One check failed." : "\(count) checks failed.", .failed)
    case .promptNeeded(let command):
      self.init("\(command) works only at a prompt where lines are edited.", .usage)
    case .editorFailed:
      self.init(
        "No line came back from the editor.",
        next: "It is the one that VISUAL or EDITOR names, or else vi.", .failed)
    case .partlyDone(let done, let refused):
      self.init(done, why: refused.joined(separator: "\n  "), .partly)
    case .demoMissing(let path):
      self.init(
        "The local tenant is not installed: \(path) is missing.",
        next: "It lies beside teamsh; make build leaves both.", .failed)
    case .demoFailed:
      self.init("The local tenant did not start.", .failed)
    default:
      self.init(language: error)
    }
  }

  static func quoted(_ text: String) -> String { "\u{201C}\(text)\u{201D}" }

  static func suggestion(_ nearest: [String]) -> String? {
    nearest.isEmpty ? nil : "Did you mean \(nearest.map(quoted).joined(separator: " or "))?"
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
