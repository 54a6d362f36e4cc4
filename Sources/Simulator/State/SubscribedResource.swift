import GRDB
import HTTPTypes

/// The messages that a subscription is about.
enum SubscribedResource: Sendable {
  case channel(id: String, team: String)
  case channels(ofTeam: String)
  case allChannels
  case chat(String)
  case chats(ofPerson: String)
  case allChats

  init(_ text: String, for caller: Caller) throws(GraphFailure) {
    let segments = RequestPath(text.prefix { $0 != "?" }).segments
    let ids = segments.map(\.text)
    switch segments.map(\.name) {
    case let names
    where names.count == 5 && names[0] == "teams" && names[2] == "channels"
      && names[4] == "messages":
      self = .channel(id: ids[3], team: ids[1].lowercased())
    case let names
    where names.count == 4 && names[0] == "teams"
      && names[2...] == ["channels", "getallmessages"]:
      self = .channels(ofTeam: ids[1].lowercased())
    case ["teams", "getallmessages"]: self = .allChannels
    case let names where names.count == 3 && names[0] == "chats" && names[2] == "messages":
      self = .chat(ids[1])
    case ["chats", "getallmessages"]: self = .allChats
    case ["me", "chats", "getallmessages"]:
      guard let me = caller.personID else { throw .onlyDelegatedMe }
      self = .chats(ofPerson: me)
    case let names
    where names.count == 4 && names[0] == "users"
      && names[2...] == ["chats", "getallmessages"]:
      self = .chats(ofPerson: ids[1].lowercased())
    default:
      throw .badRequest(
        "Unsupported resource '\(text)'. Messages of channels and chats can be subscribed to.",
        code: "InvalidRequest")
    }
  }

  /// By which the database finds who wants to know of a message.
  var scope: String {
    switch self {
    case .channel(let id, _), .chat(let id): id
    case .channels(let team): "team \(team)"
    case .allChannels: "channels"
    case .chats(let person): "person \(person)"
    case .allChats: "chats"
    }
  }

  /// What is asked for this resource, beside what the route asks.
  private var permissions: Permissions {
    switch self {
    case .channel, .channels: .subscribeToChannel
    case .allChannels: .subscribeToAllChannels
    case .chat, .chats: .subscribeToChat
    case .allChats: .subscribeToAllChats
    }
  }

  /// Refuses a caller that may not read these messages.
  func check(_ db: Database, for caller: Caller) throws {
    let accepted = caller.isApp ? permissions.application : permissions.delegated
    guard accepted.contains(where: caller.permissions.contains) else { throw Self.refused }
    switch self {
    case .channel(let id, let team):
      let channel = try Channel.find(db, id, in: Team(try Team.row(db, team)).id, for: caller)
      if let person = caller.personID,
        try Membership.role(db, of: person, in: channel.roster) == nil
      {
        throw Self.refused
      }
    case .channels(let team): try Membership.requireMember(db, of: Team.row(db, team)["id"], caller)
    case .chat(let id): _ = try Chat.find(db, id, for: caller)
    case .chats(let person):
      guard caller.isApp || caller.personID == person else { throw Self.refused }
    case .allChannels, .allChats: break
    }
  }

  private static var refused: GraphFailure {
    GraphFailure(
      status: .forbidden, code: "ExtensionError",
      message: "Operation: Create; Exception: [Status Code: Forbidden; Reason: The caller does "
        + "not have access to the resource.]")
  }
}
