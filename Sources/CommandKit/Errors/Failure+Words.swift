extension Failure {
  /// The words for a command's words that are not as it takes them.
  init(words error: CommandError) {
    switch error.code {
    case .unknownOption(let command, let option, let nearest):
      self.init(
        "\(command) has no option \(Self.quoted(option)).",
        next: Self.suggestion(nearest) ?? "See: help \(command)", .usage)
    case .missingValue(let command, let option, let value):
      self.init(
        "\(option) needs a value.",
        next: "Type: \(option) \(value.uppercased()). See: help \(command)",
        .usage)
    case .invalidValue(let command, let place, let value, let allowed):
      let nearest = Spelling.nearest(to: value, among: allowed)
      self.init(
        "\(place) cannot be \(Self.quoted(value)).",
        next: Self.suggestion(nearest)
          ?? "One of: \(allowed.joined(separator: ", ")). See: help \(command)",
        .usage)
    case .missingArgument(let command, let argument, let about, let usage):
      self.init(
        "\(command) needs a \(argument).", why: about.isEmpty ? nil : about,
        next: "Type: \(usage)", .usage)
    case .spareArgument(let command, let argument, let usage):
      self.init(
        "\(command) takes no further word, and \(Self.quoted(argument)) is one.",
        why: "A name with spaces stands in quotation marks.", next: "Type: \(usage)", .usage)
    default:
      self.init("Failed.", .failed)
    }
  }

  /// The words for aliases, jobs and the check of scripts.
  init(language error: CommandError) {
    switch error.code {
    case .invalidAlias(let name):
      self.init(
        "\(Self.quoted(name)) cannot be an alias.",
        why: "Its name begins with a letter, and goes on with letters, digits, - and _.", .usage)
    case .aliasTaken(let name):
      self.init(
        "\(Self.quoted(name)) is a command, and no alias hides one.",
        next: "Choose another name.", .usage)
    case .unknownAlias(let name, let nearest):
      self.init(
        "There is no alias \(Self.quoted(name)).", next: Self.suggestion(nearest) ?? "See: alias",
        .notFound)
    case .noSuchJob(let number):
      self.init("There is no job \(Self.quoted(number)).", next: "See: jobs", .notFound)
    case .jobEnded(let number):
      self.init("Job \(number) was ended.", .interrupted)
    case .scriptFaults(let count):
      self.init("\(count) \(count == 1 ? "fault was" : "faults were") found; nothing ran.", .usage)
    default:
      self.init(places: error)
    }
  }
}
