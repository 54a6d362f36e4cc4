import Records

extension Failure {
  /// The words for what keeps the bot's endpoint from working.
  init(_ fault: EndpointFault) {
    switch fault {
    case .programMissing(let path):
      self.init(
        "The bot's endpoint is not installed: \(path) is missing.",
        next: "It lies beside teamsh; make build leaves both.", .failed)
    case .notStarted(let reason, let log):
      self.init(
        "The bot's endpoint did not start.", why: reason.isEmpty ? nil : reason,
        next: "Its log: \(log)", .failed)
    case .notEnded(let process):
      self.init(
        "The bot's endpoint does not end.", next: "Type: !kill -9 \(process)", .failed)
    case .addressMissing:
      self.init(
        "The endpoint's public address is not known.",
        next: "Give it with --address, or as bot-address of a profile.", .usage)
    case .addressInvalid(let text):
      self.init(
        "\(Self.quoted(text)) is no address of an endpoint.",
        why: "The connector calls https addresses only.",
        next: "Give it as: https://bot.contoso.com", .usage)
    }
  }

  init(_ error: RecordsError) {
    let why = error.reason.isEmpty ? error.path : "\(error.path): \(error.reason)"
    switch error.code {
    case .unwritable: self.init("A file of records cannot be used.", why: why, .failed)
    case .damaged:
      self.init(
        "A file of records is damaged.", why: why,
        next: "Move it away: a new one is begun then.", .failed)
    case .newer:
      self.init(
        "A newer version wrote a file of records.", why: why, next: "Update teamsh.", .failed)
    case .noSpace: self.init("No space is left for records.", why: why, .failed)
    case .busy:
      self.init("Another program keeps a file of records locked.", why: why, .failed)
    case .failed: self.init("A file of records failed.", why: why, .failed)
    }
  }
}
