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
    let size = DirectReply.pageSize
    var incidents: [Incident] = []
    switch selection {
    case .open, .closed:
      incidents = try store.incidents(
        areClosed: selection == .closed, limit: size + 1, offset: (page - 1) * size)
    case .mine:
      let all = try store.incidents(areClosed: false)
      let own = all.filter { correspondent.is($0.owner) }
      incidents = Array(own.dropFirst((page - 1) * size).prefix(size + 1))
    }
    guard !incidents.isEmpty else {
      return try await reply(page == 1 ? "There are no incidents." : "There is no page \(page).")
    }
    let rows = incidents.prefix(size)
    let next = incidents.count > size ? page + 1 : nil
    try await reply(BotText.activity(card: DirectReply.card(Array(rows), nextPage: next)))
  }

  private func open(_ drafts: [DirectMessage.Draft], _ correspondent: Correspondent) async throws {
    let conduct = workspace.configuration.profile.conduct
    var opened: [Incident] = []
    for (index, described) in drafts.enumerated() {
      var draft = Incident.Draft(described, standardType: conduct.incidentType)
      draft.reporter = correspondent.address
      draft.raw = activity.withoutTenant
      draft.source = "\(source) \(index)"
      let (incident, isNew) = try store.create(draft, at: received.receivedAt)
      opened.append(incident)
      guard isNew else { continue }
      try notice(.opened, "\(incident.number)", person: sender.name, incident.name)
      await hook(.opened(incident))
    }
    if let welcome = DirectReply.welcome(opened, conduct.welcomeMessage) {
      try await reply(welcome)
    }
  }

  private func mirror(_ number: Int64) async throws {
    guard try store.incident(number) != nil else {
      return try await reply("There is no incident \(number).")
    }
    try await reply("Incidents cannot be mirrored from here yet.")
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
