import Records

extension Failure {
  /// The words for what keeps the bot's endpoint from working.
  init(_ fault: EndpointFault) {
    switch fault {
    case .botMissing:
      self.init(
        "No bot is set.", next: "Give its app id with --bot-id, or as bot-id of a profile.", .usage)
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

  init(_ error: InboxError) {
    let why = error.reason.isEmpty ? error.path : "\(error.path): \(error.reason)"
    switch error.code {
    case .unwritable: self.init("The bot's inbox cannot be used.", why: why, .failed)
    case .damaged:
      self.init(
        "The bot's inbox is damaged.", why: why,
        next: "The endpoint begins a new one when it starts: bot listen", .failed)
    case .newer:
      self.init("A newer version wrote the bot's inbox.", why: why, next: "Update teamsh.", .failed)
    case .noSpace: self.init("No space is left for the bot's inbox.", why: why, .failed)
    case .busy: self.init("Another program keeps the bot's inbox locked.", why: why, .failed)
    case .failed: self.init("The bot's inbox failed.", why: why, .failed)
    }
  }
}
