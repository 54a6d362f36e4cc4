extension Failure {
  /// The words for what places do not let happen, and for work that Graph does by itself.
  init(places error: CommandError) {
    switch error.code {
    case .noneMatches(let kind, let texts, let nearest, let isSkippable):
      self.init(
        "No \(kind.rawValue) matches \(texts.map(Self.quoted).joined(separator: " or ")).",
        next: isSkippable ? "To go on without them: --skip-missing" : Self.suggestion(nearest),
        .notFound)
    case .standardChannel(let channel, let team):
      self.init(
        "\(channel) is a standard channel: its members are those of the team.",
        next: "To change those: --team \(Self.quoted(team))", .usage)
    case .closedToBots(let channel, let kind):
      self.init(
        "\(channel) is a \(kind) channel, in which Teams lets no bot speak.",
        next: "To write as yourself: message send TEXT --channel \(Self.quoted(channel))", .usage)
    case .notAGroupChat(let chat, .members):
      self.init(
        "The members of \(Self.quoted(chat)) cannot change: it is a chat of two people.",
        next: "Create a group chat: chat create --group PERSON…", .usage)
    case .notAGroupChat(let chat, .topic):
      self.init("Only group chats have a topic, and \(Self.quoted(chat)) is none.", .usage)
    case .ownerNeeded(let kind):
      self.init(
        "A \(kind) channel needs an owner, and an app cannot be one.",
        next: "Name one with --owner.", .usage)
    case .guestOwner(let name):
      self.init("\(name) is a guest, and guests own no channel.", .usage)
    case .operationFailed(let what, let code, let message):
      let words = [code, message].filter { !$0.isEmpty }.joined(separator: ": ")
      self.init("\(what) failed.", why: words.isEmpty ? nil : words, .failed)
    case .stillUnderWay(let what, let path):
      self.init(
        "\(what) is still under way.", why: "Graph goes on with it.",
        next: "Look later: graph get \"\(path)\"", .failed)
    default:
      self.init("Failed.", .failed)
    }
  }
}
