import CommandKit

/// The writes whose paths name no team, group or chat: each kind has a tenant to itself.
extension TriedWrite {
  /// What such a write leaves in the tenant.
  struct Trace: Sendable {
    /// A part of the paths that it arrives under.
    let mark: String
    /// Whether the paths end with it.
    var isMarkedAtEnd = false
    /// What counts its effects in the tenant; the record alone where left out.
    var effects: String?
    /// Whether a message is sent behind it, and only where it was done.
    var hasMessage = false
    /// What of a file it carries, where that goes in ranges.
    var part: FilePart?
    /// What happens to it.
    var mishaps = Mishap.all
  }

  /// Which range of a file a mishap strikes first.
  enum FilePart: Sendable {
    case middle, last
  }

  /// `SMALLFILE` stands for a small file, `TWORANGES` and `ONERANGE` for larger ones.
  static let placeless = files + others + bots

  private static let stored = "SELECT COUNT(*) FROM driveItems WHERE mimeType IS NOT NULL"

  private static let files = [
    TriedWrite(
      name: "file at once", method: "PUT", path: "/drives/{}/items/{}/content",
      line: "message send Hi --attach SMALLFILE --team TEAM --channel General", ground: .tenant,
      repeats: false,
      trace: Trace(
        mark: "/content", effects: stored, hasMessage: true)),
    TriedWrite(
      name: "first range of a file", method: "PUT", path: "/storage/uploads/{}",
      line: "message send Hi --attach TWORANGES --team TEAM --channel General", ground: .tenant,
      trace: Trace(
        mark: "/storage/uploads/", effects: stored, hasMessage: true, part: .middle,
        mishaps: Mishap.tellingOfRanges)),
    TriedWrite(
      name: "last range of a file", method: "PUT", path: "/storage/uploads/{}",
      line: "message send Hi --attach ONERANGE --team TEAM --channel General", ground: .tenant,
      trace: Trace(
        mark: "/storage/uploads/", effects: stored, hasMessage: true, part: .last,
        mishaps: Mishap.tellingOfRanges)),
  ]

  /// What a POST makes of each mishap is tried with the writes that have places: these get a mishap of
  /// each course, so that the time of the whole stays bounded.
  private static let others = [
    TriedWrite(
      name: "upload session", method: "POST", path: "/drives/{}/items/{}/createUploadSession",
      line: "message send Hi --attach ONERANGE --team TEAM --channel General", ground: .tenant,
      trace: Trace(
        mark: "/createUploadSession", hasMessage: true, mishaps: Mishap.telling)),
    TriedWrite(
      name: "file shared", method: "POST", path: "/drives/{}/items/{}/invite",
      line: "message send Hi --attach SMALLFILE --chat CHAT", ground: .tenant,
      trace: Trace(
        mark: "/invite", effects: "SELECT COUNT(*) FROM fileGrants", hasMessage: true,
        mishaps: Mishap.telling)),
    TriedWrite(
      name: "chat create, group", method: "POST", path: "/chats",
      line: "chat create STRANGER OTHER --topic Rollout", ground: .tenant,
      trace: Trace(
        mark: "/v1.0/chats", effects: "SELECT COUNT(*) FROM chats", mishaps: Mishap.telling)),
    TriedWrite(
      name: "chat create, one-on-one", method: "POST", path: "/chats",
      line: "chat create PERSON", ground: .tenant,
      trace: Trace(
        mark: "/v1.0/chats", effects: "SELECT COUNT(*) FROM chats", mishaps: Mishap.telling)),
    TriedWrite(
      name: "meeting create", method: "POST", path: "/me/onlineMeetings",
      line: "meeting create Rollout", ground: .tenant,
      trace: Trace(
        mark: "/onlineMeetings", effects: "SELECT COUNT(*) FROM meetings",
        mishaps: Mishap.telling)),
    TriedWrite(
      name: "call ring", method: "POST", path: "/communications/calls",
      line: "call ring STRANGER", ground: .tenant,
      trace: Trace(
        mark: "/communications/calls", effects: "SELECT COUNT(*) FROM calls",
        mishaps: Mishap.telling)),
  ]
}

extension TriedWrite {
  private static let said = "SELECT COUNT(*) FROM messages"

  /// What the bot does goes to the connector.
  fileprivate static let bots = [
    TriedWrite(
      name: "notify a channel", method: "POST", path: "/v3/conversations/{}/activities",
      line: "notify send Hi --team TEAM --channel General", ground: .tenant, isOfBot: true,
      trace: Trace(mark: "/activities", effects: said, mishaps: Mishap.tellingOfBots)),
    TriedWrite(
      name: "conversation of the bot's", method: "POST", path: "/v3/conversations",
      line: "member add PERSON --team TEAM; notify send Hi --to PERSON", ground: .tenant,
      isOfBot: true,
      trace: Trace(
        mark: "/v3/conversations", isMarkedAtEnd: true, effects: "SELECT COUNT(*) FROM chats",
        hasMessage: true, mishaps: Mishap.tellingOfBots)),
    TriedWrite(
      name: "notify update", method: "PUT", path: "/v3/conversations/{}/activities/{}",
      line: "sent=$(notify send Hi --team TEAM --channel General); notify update $sent Ho",
      ground: .tenant, isSameAgain: true, isOfBot: true,
      trace: Trace(
        mark: "/activities/",
        effects: "SELECT COUNT(*) FROM messages WHERE editedAt IS NOT NULL",
        mishaps: Mishap.tellingOfBots)),
  ]
}

extension Mishap {
  /// One of each course, and those that concern tokens.
  fileprivate static let telling = all.filter {
    [
      "lost unread", "lost undone", "lost when done", "never answered", "502 when done",
      "503 undone", "500 when done", "429", "429 each time", "503 for a time", "403", "404", "401",
      "401 each time", "revoked token", "cut short", "no JSON",
    ].contains($0.name)
  }

  /// What differs where the Bot connector says it, and what must not be said twice.
  fileprivate static let tellingOfBots = all.filter {
    [
      "lost undone", "lost when done", "502 when done", "500 when done", "429",
      "429 each time", "503 for a time", "403", "404", "401", "cut short",
    ].contains($0.name)
  }

  /// Those, and what a range makes of its own; megabytes travel for each.
  fileprivate static let tellingOfRanges =
    telling
    + all.filter {
      [
        "lost each time", "lost when done, then refused",
        "lost when done, then the token refused", "401 with claims", "500 undone",
      ].contains($0.name)
    }
}

extension TriedWrite {
  /// What may be said of the write, and with which exit code.
  func verdicts(after mishap: Mishap) -> [Verdict: ExitCode] {
    guard let part = trace?.part else { return mishap.course.verdicts(on: self) }
    let odd = part == .middle ? Self.oddMiddles : Self.oddEnds
    if let verdicts = (Self.tokens + odd).first(where: { $0.names.contains(mishap.name) }) {
      return verdicts.verdicts
    }
    switch mishap.course {
    case .passes: return [.done: .done]
    case .refuses(let code): return [.refused: code]
    // The session says what it has: one that has the whole file is gone.
    case .doubts(let isActed, _):
      return part == .last && isActed ? [.unknown: .network] : [.done: .done]
    // What lacks its last range is no file.
    case .doubtsForGood(let code):
      return part == .last ? [.unknown: code] : [.refused: code]
    case .breaksOff: return part == .last ? [.unknown: .network] : [.done: .done]
    case .babbles: return part == .last ? [.unknown: .server] : [.done: .done]
    }
  }

  private typealias Exceptions = [(names: [String], verdicts: [Verdict: ExitCode])]

  /// No token goes along that could be renewed.
  private static let tokens: Exceptions = [
    (["401", "401 with claims", "401 each time"], [.refused: .failed])
  ]

  private static let oddMiddles: Exceptions = [
    // The first range is there, and the last one is refused.
    (["lost when done, then refused"], [.refused: .permission]),
    (["lost when done, then the token refused"], [.refused: .failed]),
    // Both ranges are taken, and the last one's answer is awaited in vain.
    (["never answered"], [.unknown: .network]),
    (["500 undone", "500 when done"], [.done: .done]),
  ]

  private static let oddEnds: Exceptions = [
    (["500 undone"], [.done: .done]), (["500 when done"], [.unknown: .network]),
  ]
}
