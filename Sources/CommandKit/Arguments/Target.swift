import Foundation

/// What a word points at, before anything is looked up.
enum Target: Sendable, Hashable {
  /// A name, an id, a mail address or UPN.
  case text(String)
  /// `@me`: whoever is signed in.
  case me
  /// `@x`: a person by the local part of UPN or mail.
  case handle(String)
  /// A Teams link, taken apart.
  case link(TeamsLink)

  init(_ word: Word) throws(CommandError) {
    let text = word.text
    if text.hasPrefix("https://") {
      guard let link = TeamsLink(text) else { throw CommandError(.linkUnknown(text)) }
      self = .link(link)
    } else if word.isLiteral {
      self = .text(text)
    } else if text == "@me" {
      self = .me
    } else if text.hasPrefix("@"), text.count > 1, !text.dropFirst().contains("@") {
      self = .handle(String(text.dropFirst()))
    } else {
      self = .text(text)
    }
  }

  /// The text to look for in names and ids.
  var text: String {
    switch self {
    case .text(let text): text
    case .me: "@me"
    case .handle(let handle): handle
    case .link(let link): link.chat ?? link.channel ?? link.team ?? ""
    }
  }
}

/// The ids in a link that Teams' "Copy link" makes.
package struct TeamsLink: Sendable, Hashable {
  package var team: String?
  package var channel: String?
  package var chat: String?
  package var message: String?

  /// Reads `/l/team/…`, `/l/channel/…`, `/l/chat/…` and `/l/message/…` links of any cloud.
  package init?(_ text: String) {
    guard let parts = URLComponents(string: text), let host = parts.host,
      host.hasPrefix("teams.")
    else { return nil }
    let segments = parts.path.split(separator: "/").map(String.init)
    guard segments.count >= 3, segments[0] == "l" else { return nil }
    let group = parts.queryItems?.first { $0.name == "groupId" }?.value
    switch segments[1] {
    case "team":
      team = group
    case "channel":
      team = group
      channel = segments[2]
    case "chat":
      chat = segments[2]
    case "message":
      guard segments.count >= 4 else { return nil }
      message = segments[3]
      team = group
      if group == nil { chat = segments[2] } else { channel = segments[2] }
    default:
      return nil
    }
    guard team != nil || chat != nil else { return nil }
  }
}
