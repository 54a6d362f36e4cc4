import CommandKit

/// The arguments that several commands take.
extension IntegrationArgument {
  static func chat(isRequired: Bool = true) -> IntegrationArgument {
    IntegrationArgument(
      "chat", "The chat: its name, its id, or the person it is with.", as: .chat,
      isRequired: isRequired)
  }

  static func team(isRequired: Bool = true) -> IntegrationArgument {
    IntegrationArgument(
      "team", isRequired ? "The team." : "The team; by default that of the profile.", as: .team,
      isRequired: isRequired)
  }

  static func channel(_ name: String = "channel", isRequired: Bool = true) -> IntegrationArgument {
    IntegrationArgument(name, "The channel.", as: .channel, isRequired: isRequired)
  }

  static let limit = IntegrationArgument(
    "limit", "How many to show.", as: .number, form: .number, standard: "50")

  static let pageSize = IntegrationArgument(
    "page_size", "How many to show from a next link on.", as: .number, form: .number,
    standard: "50")

  static let nextLink = IntegrationArgument(
    "next_link", "Where an earlier list stopped, as it said.")

  static let orderBy = IntegrationArgument(
    "order_by", "By which time, the newest first.",
    standard: "lastModifiedDateTime", allowed: ["lastModifiedDateTime", "createdDateTime"])
}

extension IntegrationArguments {
  /// `order_by` as teamsh names it.
  var order: Word { self["order_by"] == "createdDateTime" ? "created" : "modified" }
}
