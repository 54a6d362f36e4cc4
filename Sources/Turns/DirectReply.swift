import Bot
import Commands
import Documents
import Foundation
import Records

/// What the bot says to somebody who writes to it alone.
enum DirectReply {
  static let help = """
    I can understand the following commands:

    list incidents [page x]

    list my incidents [page x]

    list closed incidents [page x]

    new incident [details]

    mirror incident-id

    help
    """

  static let strangerMayOpen = """
    As somebody from outside you may only run: new incident [details]
    """

  static func stranger(_ address: String) -> String {
    "I'm sorry but I was unable to find you as a user for \(address). "
      + "You're not allowed to run any command."
  }

  static func words(for fault: DirectMessage.Fault) -> String {
    switch fault {
    case .nameMissing:
      "Please specify arguments in the following manner: name=<name> type=[type] or json=<json>."
    case .jsonWithOthers: "No other properties other than json should be specified."
    case .jsonInvalid: "What stands behind json= is no valid JSON of incidents."
    case .numberMissing: "Please say which incident: mirror 12"
    }
  }

  /// What is said of new incidents; `nil` where the profile says that nothing is.
  static func welcome(_ incidents: [Incident], _ text: String?) -> String? {
    guard text != "no_welcome_message" else { return nil }
    let names = incidents.map(\.name).joined(separator: ", ")
    let numbers = incidents.map { String($0.number) }.joined(separator: ", ")
    guard let text, !text.isEmpty else {
      return "Successfully created incident \(numbers): \(names)"
    }
    // Both at once, so that a name which holds a placeholder stays as it is.
    return text.replacing(/<incident_(name|id|link)>/) { $0.1 == "name" ? names : numbers }
  }

  /// A card with a table of facts for each incident.
  static func card(_ page: IncidentPage) -> JSON {
    var body: [JSON] = page.incidents.map { incident in
      let facts: [(String, String?)] = [
        ("ID:", String(incident.number)), ("Name:", incident.name),
        ("Status:", incident.isClosed ? "Closed" : "Active"), ("Type:", incident.type),
        ("Severity:", incident.severity.rawValue), ("Owner:", incident.owner),
        ("Created:", incident.createdAt.formatted(.iso8601)),
      ]
      return [
        "type": "FactSet", "separator": true,
        "facts": .array(
          facts.compactMap { title, value in
            value.map { ["title": .string(title), "value": .string($0)] }
          }),
      ]
    }
    if page.count > 1 {
      body.append([
        "type": "TextBlock", "wrap": true, "isSubtle": true,
        "text": .string("Page \(page.number) of \(page.count); another one: page x"),
      ])
    }
    return [
      "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard",
      "version": "1.0", "msteams": ["width": "Full"], "body": .array(body),
    ]
  }
}
