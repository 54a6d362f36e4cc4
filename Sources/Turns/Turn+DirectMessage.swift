import Bot
import CommandKit
import Commands
import Documents
import Foundation
import Records

/// What the bot does for somebody who writes to it alone.
extension Turn {
  /// Answers what somebody wrote to the bot alone.
  func answerDirectMessage() async throws {
    let text = activity.plainText
    guard !text.isEmpty else { return }
    let message = DirectMessage(text)
    let correspondent = try await correspondent()
    guard correspondent.isKnown else {
      let mayCreate = workspace.configuration.profile.conduct.unknownSenders == .create
      guard mayCreate else { return try await reply(DirectReply.stranger(correspondent.address)) }
      guard message.opens else { return try await reply(DirectReply.strangerMayOpen) }
      return try await obey(message, correspondent)
    }
    try await obey(message, correspondent)
  }

  private func obey(_ message: DirectMessage, _ correspondent: Correspondent) async throws {
    switch message {
    case .list(let selection, let page): try await list(selection, page: page, correspondent)
    case .open(let drafts): try await open(drafts, correspondent)
    case .mirror(let number): try await mirror(number)
    case .malformed(let fault): try await reply(DirectReply.words(for: fault))
    case .help:
      try notice(.message, sender.name, person: sender.name, activity.plainText)
      try await reply(DirectReply.help)
    }
  }

  private func list(
    _ selection: DirectMessage.Selection, page: Int, _ correspondent: Correspondent
  ) async throws {
    let found = try session.incidentPage(
      page, areClosed: selection == .closed,
      owners: selection == .mine ? correspondent.names : nil)
    guard !found.incidents.isEmpty else { return try await reply("There are no incidents.") }
    try await reply(BotText.activity(card: DirectReply.card(found)))
  }

  private func open(_ drafts: [DirectMessage.Draft], _ correspondent: Correspondent) async throws {
    let conduct = workspace.configuration.profile.conduct
    var opened: [Incident] = []
    for (index, described) in drafts.enumerated() {
      var draft = Incident.Draft(described, standardType: conduct.incidentType)
      draft.reporter = correspondent.address
      draft.raw = activity.withoutTenant
      draft.source = "\(source) \(index)"
      guard let (incident, isNew, refused) = try await session.open(draft) else { continue }
      opened.append(incident)
      guard isNew else { continue }
      try notice(.opened, "\(incident.number)", person: sender.name, incident.name)
      try tell(refused, of: incident.number)
    }
    if let welcome = DirectReply.welcome(opened, conduct.welcomeMessage) {
      try await reply(welcome)
    }
  }

  /// Mirrors an incident in the profile's team, as the profile's app.
  private func mirror(_ number: Int64) async throws {
    guard let incident = try store.incident(number) else {
      return try await reply("There is no incident \(number).")
    }
    do {
      let opened = try await session.openMirror(of: incident)
      let path = opened.mirror.path
      try await reply(
        opened.isNew
          ? "Incident \(number) is mirrored in \(path)."
          : "Incident \(number) was mirrored in \(path) already.")
    } catch {
      if error is CancellationError { throw error }
      try await reply("Incident \(number) could not be mirrored: \(Failure(error).what)")
    }
  }
}

extension Incident.Draft {
  /// The incident that a message describes; a word that is no severity counts as unknown.
  fileprivate init(_ described: DirectMessage.Draft, standardType: String?) {
    self.init(name: described.name)
    type = described.type ?? standardType
    severity = described.severity.flatMap(Severity.init(word:)) ?? .unknown
    owner = described.owner
    details = described.details
    labels = described.labels
  }
}

extension Activity {
  /// The activity as it is kept with an incident, without what tells of the tenant.
  fileprivate var withoutTenant: JSON {
    var object = document.object ?? JSONObject()
    if let conversation = object["conversation"] {
      object["conversation"] = conversation.without("tenantId")
    }
    if var data = object["channelData"]?.object {
      if let tenant = data["tenant"] { data["tenant"] = tenant.without("id") }
      object["channelData"] = .object(data)
    }
    return .object(object)
  }
}
