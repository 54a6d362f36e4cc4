import Foundation
import GRDB
import Testing

@testable import Simulator

/// The ids of one company that fill the variable segments of templates.
struct Places: Sendable {
  let me: String
  let other: String
  let stranger: String
  /// Somebody in the team who is not in its private channel.
  let insider: String
  let team: String
  let general: String
  let privateChannel: String
  let archivedChannel: String
  let message: Int
  let ownMessage: Int
  let root: Int
  let reply: Int
  let ownReply: Int
  let chat: String
  /// Somebody who is not in the chat.
  let outsider: String
  /// A chat that the administrator has hidden and not read.
  let hiddenChat: String
  let deletedChat: String
  let chatMessage: Int
  let ownChatMessage: Int
  /// The deleted ones of a message, a reply and a message in a chat that hold an image and a 💯.
  let deleted: [Int]
  let operation: String
  let archivedTeam: String
  /// A group without a team.
  let bareGroup: String
  let deletedGroup: String
  let principal: String
  /// The permissions that the administrator gave to the app.
  let grant: String
  let meeting: String
  let meetingURL: String
  let report: String
  let call: String
  let policy: String
  let subscription: String
  /// Where a subscriber answers as it should.
  let listener: String
  /// The drive of the team, the folder of its general channel, and the administrator's own drive;
  /// both drives hold a folder with a file, which is shared.
  let drive: String
  let folder: String
  let myDrive: String
  let tenantID: String

  /// Finds them, and lets the administrator write what only an author may change.
  init(_ test: TestTenant) async throws {
    let tenant = test.tenant
    let now = tenant.now
    let listener = try await Listener.shared.value.address("/places")
    let client = tenant.profile.clientID
    self = try await tenant.write { db in
      try Places(db, tenantID: tenant.profile.id, client: client, listener: listener, now)
    }
  }

  private init(
    _ db: Database, tenantID: String, client: String, listener: String, _ now: Instant
  ) throws {
    self.tenantID = tenantID
    self.listener = listener
    func text(_ sql: String, _ arguments: StatementArguments = []) throws -> String {
      try #require(try String.fetchOne(db, sql: sql, arguments: arguments), "\(sql)")
    }
    func number(_ sql: String, _ arguments: StatementArguments) throws -> Int {
      try #require(try Int.fetchOne(db, sql: sql, arguments: arguments), "\(sql)")
    }
    me = try text("SELECT id FROM people WHERE isAdministrator")
    team = try text("SELECT id FROM teams WHERE displayName = 'Contoso IT'")
    general = try text("SELECT id FROM channels WHERE team = ? AND isGeneral", [team])
    privateChannel = try text(
      "SELECT id FROM channels WHERE team = ? AND membershipType = 'private'", [team])
    archivedChannel = Channel.newID()
    try Channel.insert(
      db, id: archivedChannel, team: team, name: "Old plans", description: nil, kind: .standard,
      createdAt: now)
    try db.execute(
      sql: "UPDATE channels SET isArchived = 1 WHERE id = ?", arguments: [archivedChannel])
    other = try text(
      """
      SELECT person FROM members JOIN people ON people.id = person
      WHERE place = ? AND role = 'member' AND userType = 'Member'
        AND person IN (SELECT person FROM members WHERE place = ?)
      """, [team, privateChannel])
    stranger = try text(
      """
      SELECT id FROM people WHERE userType = 'Member' AND isEnabled
        AND id NOT IN (SELECT person FROM members WHERE place = ?)
      """, [team])
    insider = try text(
      """
      SELECT person FROM members JOIN people ON people.id = person
      WHERE place = ? AND userType = 'Member'
        AND person NOT IN (SELECT person FROM members WHERE place = ?)
      """, [team, privateChannel])
    chat = try text("SELECT id FROM chats WHERE topic = 'Project X'")
    hiddenChat = try text("SELECT id FROM chats WHERE topic = 'Office move'")
    try db.execute(
      sql: "UPDATE members SET isHidden = 1, readAt = 1000 WHERE place = ?",
      arguments: [hiddenChat])
    deletedChat = try text("SELECT id FROM chats WHERE topic = 'Q4 planning'")
    try Chat.setDeleted(db, deletedChat, at: now)
    outsider = try text(
      """
      SELECT id FROM people WHERE userType = 'Member'
        AND id NOT IN (SELECT person FROM members WHERE place = ?)
      """, [chat])
    root = try number(
      "SELECT MAX(parent) FROM messages WHERE place = ?", [general])
    reply = try number(
      "SELECT MAX(id) FROM messages WHERE place = ? AND parent = ?", [general, root])
    message = try number(
      "SELECT MAX(id) FROM messages WHERE place = ? AND parent = 0 AND kind = 'message'", [general])
    chatMessage = try number(
      "SELECT MAX(id) FROM messages WHERE place = ? AND kind = 'message'", [chat])
    try db.execute(
      sql: "INSERT OR IGNORE INTO pins (chat, message) VALUES (?, ?)",
      arguments: [chat, chatMessage])
    let author = try #require(try Person.find(db, me))
    func write(in place: String, parent: Int = 0) throws -> Int {
      let draft = try MessageDraft(["body": ["content": "mine"]])
      let id = try Message.newID(db, in: place, at: now)
      try Message(draft, place: place, id: id, parent: parent, author: author).insert(db)
      return id
    }
    ownMessage = try write(in: general)
    ownReply = try write(in: general, parent: root)
    ownChatMessage = try write(in: chat)
    deleted = [
      try write(in: general), try write(in: general, parent: root), try write(in: chat),
    ]
    for (place, own, gone) in [
      (general, ownMessage, deleted[0]), (general, ownReply, deleted[1]),
      (chat, ownChatMessage, deleted[2]),
    ] {
      try db.execute(
        sql: "UPDATE messages SET deletedAt = modifiedAt WHERE place = ? AND id = ?",
        arguments: [place, gone])
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM messages WHERE place = ? AND id = ?", arguments: [place, own])
      try Message(#require(row)).react(db, with: "💯", author, at: now)
      try HostedContent(
        temporaryID: "1", id: Self.image, contentType: "image/png", bytes: Data("pixels".utf8)
      ).insert(db, place: place, message: own)
    }
    let location = try Simulator.Operation.note(
      db, team: team, kind: .createChannel, target: general, location: "/x", at: now, until: now)
    for place in [team, chat, me] {
      try TeamsApp.install(db, Self.oldApp, version: "0.9.0", in: place)
    }
    try db.execute(
      sql: "INSERT INTO presenceSessions VALUES (?, ?, 'Available', 'Available', ?)",
      arguments: [me, Self.session, now.advanced(seconds: 3600).milliseconds])
    principal = try text("SELECT value FROM facts WHERE name = 'servicePrincipalID'")
    let given = PermissionGrant(
      client: try text("SELECT value FROM facts WHERE name = 'clientID'"), person: me)
    try given.set(db, ["Chat.Read", "User.Read"])
    grant = given.id
    let row = try OnlineMeeting.create(
      db, ["subject": "Weekly"], by: author, tenantID: tenantID, at: now)
    meeting = row["id"]
    meetingURL = row["joinURL"]
    report = try Attendance.add(
      db, to: meeting, people: [me, other], from: now, seconds: 600)
    call = try OutgoingCall.insert(
      db, ["targets": [], "state": "established"], app: client)
    policy = try AccessPolicy.create(db, Self.idlePolicy, at: now).id
    try Self.submit(db, by: me)
    let caller = Caller(
      kind: .person(id: me, isAdministrator: true), appID: client, name: "", permissions: [])
    let draft = try SubscriptionDraft(
      [
        "resource": .string("/chats/\(chat)/messages"), "changeType": "created",
        "notificationUrl": .string(listener),
        "expirationDateTime": .string(now.advanced(seconds: 3000).text),
      ], at: now)
    subscription = try Subscription.insert(db, draft, .chat(chat), by: caller)
    let files = try Self.files(db, owners: [team, me], by: me, at: now)
    drive = files[0]
    myDrive = files[1]
    folder = "01" + general.dropFirst(3).prefix(32).uppercased()
    operation = String(location.dropLast(2).suffix(36))
    archivedTeam = try text("SELECT id FROM teams WHERE isArchived")
    bareGroup = try text("SELECT id FROM teams WHERE NOT isTeam")
    try Membership.add(db, me, to: bareGroup, as: .owner)
    let time = Settling(now: now, end: now)
    deletedGroup = try Team.insertGroup(db, TeamDraft([:]), name: "Gone", time)
    try Membership.add(db, me, to: deletedGroup, as: .owner)
    try Team.equip(db, group: deletedGroup, [:], time)
    try Team.delete(db, deletedGroup, at: now)
  }

  /// Sends a version of the organization's own app in for review.
  private static func submit(_ db: Database, by person: String) throws {
    try db.execute(
      sql: """
        INSERT INTO appDefinitions
          (app, version, state, displayName, summary, description, author, modifiedAt)
        VALUES (?, '9.0', 'submitted', 'Contoso Tickets', '', '', ?, 1000)
        """,
      arguments: [ownApp, person])
  }

  private static func files(
    _ db: Database, owners: [String], by person: String, at now: Instant
  ) throws -> [String] {
    let app = Caller(kind: .app, appID: "", name: "", permissions: [])
    return try owners.map { owner in
      let id = "b!" + Data(owner.utf8).base64URLText
      let drive = try Drive.find(db, id, for: app)
      let root = DriveItem(rootOf: drive)
      let folder = try root.add(db, "Papers", mimeType: nil, by: person, at: now)
      let file = try folder.add(db, "Plan.txt", mimeType: "text/plain", by: person, at: now)
      _ = try folder.add(db, "Zeal.txt", mimeType: "text/plain", by: person, at: now)
      try FileContent.append(db, Array("the plan".utf8)[...], at: 0, of: "new")
      try FileContent.move(db, from: "new", to: file, by: person, at: now)
      _ = try FileLink.create(db, ["type": "view"], to: file)
      return id
    }
  }

  /// An app that is installed everywhere, in an old version.
  static let oldApp = "0d820ecd-def2-4297-adad-78056cde7c78"
  static let newApp = "1c4340de-2a85-40e5-8eb0-4f295368978b"
  static let ownApp = "b1c5353a-7aca-41b3-830f-27d5218fe0e5"
  /// A version of it that waits for its review, and how it is known to be unchanged.
  static let submitted = Data("\(ownApp)##9.0##Submitted".utf8).base64EncodedString()
  static let submittedTag = AppDefinition.tag(ofID: submitted, modifiedAt: 1000)
  /// The session in which the administrator is present.
  static let session = "11111111-2222-4333-8444-555555555555"
  /// The id of the image in every message that is the administrator's own.
  static let image = "aWQ9aW1hZ2U"

  /// A Conditional Access policy that touches nobody.
  static let idlePolicy: Document = [
    "displayName": "Idle", "state": "disabled",
    "conditions": ["users": ["includeUsers": []], "applications": ["includeApplications": []]],
    "grantControls": ["operator": "OR", "builtInControls": ["block"]],
  ]

  func bind(_ person: String, roles: [String] = []) -> Document {
    [
      "@odata.type": "#microsoft.graph.aadUserConversationMember", "roles": .strings(roles),
      "user@odata.bind": .string("https://graph.microsoft.com/v1.0/users('\(person)')"),
    ]
  }
}

extension Places {
  /// The team's file, as its address in a browser leads to it.
  private var share: String {
    let address = "https://contoso.sharepoint.com/sites/\(team)/Shared%20Documents/Papers/Plan.txt"
    return "u!" + Data(address.utf8).base64URLText
  }

  /// The template with its variables filled in.
  func path(_ template: String, _ method: String = "GET") -> String {
    let hasOwnMembers = template.contains("{channel}/members")
    let writes =
      method == "PATCH" || template.hasSuffix("softDelete") || template.hasSuffix("Reaction")
      || template.contains("hostedContents")
    let isUndone = template.hasSuffix("undoSoftDelete")
    let isChat = template.contains("{chat}")
    let isReply = template.contains("/replies")
    let isRemoval = method == "DELETE"
    let isPost = method == "POST"
    let channel =
      template.hasSuffix("/unarchive")
      ? archivedChannel
      : hasOwnMembers || isRemoval || template.hasSuffix("/archive") ? privateChannel : general
    let member =
      isChat
      ? Membership.id(of: chatMember, inThread: self.chat, tenantID: tenantID)
      : template.contains("allMembers")
        ? Membership.id(of: other, inThread: team, tenantID: tenantID)
        : hasOwnMembers
          ? Membership.id(of: other, inThread: privateChannel, tenantID: tenantID)
          : Membership.id(of: other, inTeam: team)
    let message =
      isChat
      ? (isUndone ? deleted[2] : writes ? ownChatMessage : chatMessage)
      : isReply ? root : isUndone ? deleted[0] : writes ? ownMessage : self.message
    let user = template == "/users/{user}" && method != "GET" ? stranger : me
    let group = template == "/groups/{group}/team" && method == "PUT" ? bareGroup : team
    let team = template == "/teams/{team}/unarchive" ? archivedTeam : self.team
    let object =
      template.contains("deletedItems") ? deletedGroup : template.contains("owners") ? me : other
    let isFolder = template.hasSuffix("/children")
    let item = isFolder ? isPost ? "root" : "root:/Papers" : "root:/Papers/Plan.txt:"
    let isOfHidden = template.hasSuffix("unhideForUser") || template.hasSuffix("ReadForUser")
    let chat =
      template.contains("deletedChats") ? deletedChat : isOfHidden ? hiddenChat : self.chat
    let values = [
      "user": user, "group": group, "team": team, "object": object, "channel": channel,
      "member": member, "chat": chat,
      "message": String(message),
      "reply": String(isUndone ? deleted[1] : writes ? ownReply : reply),
      "content": Self.image,
      "subscription": subscription,
      "definition": template.hasSuffix("/bot")
        ? Data("\(Self.ownApp)##2.1.0##Published".utf8).base64EncodedString() : Self.submitted,
      "drive": drive, "item": item, "share": share,
      "operation": operation, "pin": String(chatMessage), "policy": policy,
      "app": Self.ownApp, "meeting": meeting, "report": report, "call": call,
      "principal": principal, "grant": grant,
      "installation": TeamsApp.installationID(
        of: Self.oldApp, in: isChat ? chat : template.hasPrefix("/teams") ? team : me),
    ]
    return "/"
      + template.split(separator: "/").map { segment in
        if segment == "doesUserHaveAccess" { return "\(segment)(userId='\(me)')" }
        guard segment.hasPrefix("{") else { return String(segment) }
        return (values[String(segment.dropFirst().dropLast())] ?? "").percentEncoded
      }.joined(separator: "/")
  }

  /// Somebody in the chat, for routes that take a member away.
  private var chatMember: String { me }
}
