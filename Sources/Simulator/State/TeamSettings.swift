/// What may be done in a team, as its owners have set it.
enum TeamSettings {
  /// The settings of a new team, in the order in which Graph prints them.
  static let standard: Document.Fields = [
    "memberSettings": [
      "allowCreateUpdateChannels": true, "allowCreatePrivateChannels": true,
      "allowDeleteChannels": true, "allowAddRemoveApps": true,
      "allowCreateUpdateRemoveTabs": true, "allowCreateUpdateRemoveConnectors": true,
    ],
    "guestSettings": ["allowCreateUpdateChannels": false, "allowDeleteChannels": false],
    "messagingSettings": [
      "allowUserEditMessages": true, "allowUserDeleteMessages": true,
      "allowOwnerDeleteMessages": true, "allowTeamMentions": true, "allowChannelMentions": true,
    ],
    "funSettings": [
      "allowGiphy": true, "giphyContentRating": "moderate", "allowStickersAndMemes": true,
      "allowCustomMemes": true,
    ],
    "discoverySettings": ["showInTeamsSearchAndSuggestions": true],
  ]

  /// The stored settings, or those of a new team.
  static func read(_ stored: String?) throws -> Document.Fields {
    guard let stored else { return standard }
    return try DocumentParser.parse(stored).fields ?? standard
  }

  /// The settings with what a request changes in them; nil when it changes none.
  static func changed(
    _ settings: Document.Fields, by request: Document
  ) throws(GraphFailure) -> Document.Fields? {
    var changed = settings
    var isChanged = false
    for entry in standard.entries {
      guard let sent = request[entry.name], !sent.isNull else { continue }
      guard let values = sent.fields else { throw invalid(entry.name) }
      var group = changed[entry.name]?.fields ?? [:]
      for value in values.entries {
        try check(value, of: entry.value)
        group[value.name] = value.value
      }
      changed[entry.name] = .object(group)
      isChanged = true
    }
    return isChanged ? changed : nil
  }

  /// Refuses a setting that the group has not, and a value of another type.
  private static func check(
    _ sent: Document.Fields.Entry, of group: Document
  ) throws(GraphFailure) {
    if sent.name == "giphyContentRating", group[sent.name] != nil {
      guard ["strict", "moderate"].contains(sent.value.string) else { throw invalid(sent.name) }
      return
    }
    guard group[sent.name]?.bool != nil, sent.value.bool != nil else { throw invalid(sent.name) }
  }

  private static func invalid(_ name: String) -> GraphFailure {
    .badRequest("Invalid value specified for property '\(name)' of resource 'Team'.")
  }
}
