extension Failure {
  /// The words for what is wrong with a message before it is sent.
  init(message error: CommandError) {
    switch error.code {
    case .messageEmpty(takesFiles: true):
      self.init(
        "A message needs a text, a card or a file.", next: "See: help message send", .usage)
    case .messageEmpty(takesFiles: false):
      self.init("What the bot says needs a text or a card.", next: "See: help notify", .usage)
    case .chatsOnly(let what):
      self.init(
        "\(what) works in chats only.", why: "Graph has no such thing for channels.", .usage)
    case .mention(let fault, let name, let place):
      self.init(fault, name: name, place: place)
    case .card(let fault, let file):
      self.init("\(file) is no adaptive card.", why: Self.reason(fault), .usage)
    case .file(let fault, let path):
      self.init(fault, path: path)
    default:
      self.init("The message cannot be sent.", .failed)
    }
  }

  private init(_ fault: CommandError.MentionFault, name: String, place: String) {
    let literally = "Write --no-mentions to leave every @ as it is."
    switch fault {
    case .unknown:
      self.init(
        "\(Self.quoted(name)) cannot be mentioned: \(place) has no such member.", next: literally,
        .notFound)
    case .unknownToBot:
      self.init(
        "\(Self.quoted(name)) cannot be mentioned: \(place) has no such member.",
        next: "Leave out the semicolon behind the name to send it as text.", .notFound)
    case .ambiguous:
      self.init(
        "Several members of \(place) are called \(Self.quoted(name)).",
        next: "Mention one by what stands before the @ of the mail address.", .usage)
    case .withoutID:
      self.init(
        "\(Self.quoted(name)) cannot be mentioned.",
        why: "The member of \(place) has no user id in Microsoft Entra.", next: literally, .failed)
    }
  }

  private static func reason(_ fault: CommandError.CardFault) -> String {
    switch fault {
    case .notJSON(let offset): "It is not JSON; the trouble is at byte \(offset)."
    case .notAnObject: "It is not one JSON object."
    case .wrongType(let type?): "Its type is \(quoted(type)), and not “AdaptiveCard”."
    case .wrongType(nil): "It has no type “AdaptiveCard”."
    case .noVersion: "It names no version, as “1.5”."
    case .noButton: "It has no button that sends an answer."
    }
  }

  private init(_ fault: CommandError.FileFault, path: String) {
    switch fault {
    case .missing: self.init("There is no file \(path).", .notFound)
    case .notPermitted: self.init("\(path) may not be read.", .failed)
    case .unreadable(let reason): self.init("\(path) cannot be read.", why: reason, .failed)
    case .folder: self.init("\(path) is a folder.", next: "Pack it into one file first.", .usage)
    case .special:
      self.init("\(path) is no ordinary file.", why: "Its size is not known beforehand.", .usage)
    case .empty: self.init("\(path) is empty.", .usage)
    case .tooLarge(let size, let limit):
      self.init(
        "\(path) is too large: \(Self.megabytes(size)), and \(Self.megabytes(limit)) is the most.",
        .usage)
    case .changed:
      self.init(
        "\(path) changed while it was being sent.", why: "No message was sent.",
        next: "Send it again once nobody writes to it.", .failed)
    case .gone:
      self.init(
        "\(path) was taken away while it was being sent.", why: "No message was sent.", .notFound)
    }
  }

  private static func megabytes(_ bytes: Int) -> String {
    let unit = 1_000_000
    guard bytes >= unit else { return "\(bytes) bytes" }
    let tenths = (bytes * 10 + unit - 1) / unit
    return tenths.isMultiple(of: 10) ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}
