/// Why an integration command does not do what was asked.
package struct IntegrationFault: Error, Sendable, Hashable {
  /// The command's name.
  package let command: String
  package let code: Code
  /// The word that is at fault, as it was typed.
  package let typed: String?

  /// What is wrong.
  package enum Code: Sendable, Hashable {
    case unknownArgument(String, known: [String])
    case duplicateArgument(String)
    case missingArgument(String, about: String)
    case notAllowed(String, value: String, allowed: [String])
    case notBoolean(String)
    case notNumber(String, value: String)
    /// A word that is no argument and no option.
    case strayWord
    /// The integration's own words about its arguments.
    case refused(String)
    /// The integration's own words about something that is not there.
    case notFound(String, nearest: [String] = [])
    /// The rest of it is done by a bot, and none is signed in.
    case botMissing
  }

  package init(command: String, _ code: Code, typed: String? = nil) {
    self.command = command
    self.code = code
    self.typed = typed
  }
}

extension IntegrationFault {
  /// One of every kind, with words in capitals where the facts of a real one stand.
  static let samples: [IntegrationFault] = [
    .unknownArgument("NAME", known: []), .duplicateArgument("NAME"),
    .missingArgument("NAME", about: "ABOUT"), .notAllowed("NAME", value: "TEXT", allowed: []),
    .notBoolean("NAME"), .notNumber("NAME", value: "TEXT"), .strayWord,
  ].map { IntegrationFault(command: "COMMAND", $0, typed: "TEXT") }
}

extension Failure {
  /// The words for what an integration command was asked in vain.
  init(_ fault: IntegrationFault) {
    let help = "See: help \(fault.command)"
    switch fault.code {
    case .unknownArgument(let name, let known):
      let nearest = Spelling.nearest(to: name, among: known)
      self.init(
        "\(fault.command) has no argument \(Self.quoted(name)).",
        next: Self.suggestion(nearest)
          ?? (known.isEmpty ? "It takes none." : "It has: \(known.joined(separator: ", "))"),
        .usage)
    case .duplicateArgument(let name):
      self.init("\(name)= is given twice.", next: "Give it once.", .usage)
    case .missingArgument(let name, let about):
      self.init("\(fault.command) needs \(name)=.", why: about, next: help, .usage)
    case .notAllowed(let name, let value, let allowed):
      self.init(
        "\(name)= cannot be \(Self.quoted(value)).",
        next: Self.suggestion(Spelling.nearest(to: value, among: allowed))
          ?? "One of: \(allowed.joined(separator: ", "))", .usage)
    case .notBoolean(let name):
      self.init(
        "Argument does not contain a valid boolean-like value: \(name)=.",
        next: "One of: true, false, yes, no", .usage)
    case .notNumber(let name, let value):
      self.init("\(name)= takes a number, and \(Self.quoted(value)) is none.", next: help, .usage)
    case .strayWord:
      self.init(
        "\(Self.quoted(fault.typed ?? "")) belongs to no argument.",
        why: "Arguments are written name=value; a value with spaces stands in quotation marks.",
        next: help, .usage)
    case .refused(let text): self.init(text, .usage)
    case .notFound(let text, let nearest):
      self.init(text, next: Self.suggestion(nearest), .notFound)
    case .botMissing:
      self.init(
        "\(fault.command) is done by a bot, and none is signed in.",
        why: "Its arguments are right; nothing was sent.", .signIn)
    }
  }
}
