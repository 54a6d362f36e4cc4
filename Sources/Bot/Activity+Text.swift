import Documents

extension Activity {
  /// The text of a message without the mentions of the bot itself, which in a channel begin each.
  ///
  /// Teams names what stands in the text in an entity beside it; where that is missing, the bot's name is
  /// looked for. Mentions of others stay as they are.
  package var plainText: String {
    guard var text = document["text"]?.string else { return "" }
    for mention in ownMentions where !mention.isEmpty {
      text = text.replacing(mention, with: "")
    }
    return text.replacing("&nbsp;", with: " ").trimmed
  }

  /// Whether the message mentions the bot.
  package var mentionsBot: Bool {
    guard let text = document["text"]?.string else { return false }
    return ownMentions.contains { !$0.isEmpty && text.contains($0) }
  }

  private var ownMentions: [String] {
    let entities = (document["entities"]?.array ?? []).filter { entity in
      entity["type"]?.string == "mention"
        && recipient?.id != nil && entity.value(at: "mentioned.id")?.string == recipient?.id
    }
    let named = (recipient?.name).map { $0.isEmpty ? "" : "<at>\($0)</at>" }
    return entities.compactMap { $0["text"]?.string } + [named ?? ""]
  }
}
