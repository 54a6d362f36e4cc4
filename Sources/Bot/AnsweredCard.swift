package import Documents

/// The card that stands where a question stood: what was asked, what was answered, by whom and when.
///
/// The answer and the name came from somebody else, so they stand in runs of text, in which Markdown means
/// nothing.
package struct AnsweredCard: Sendable, Hashable {
  static let schema = "http://adaptivecards.io/schemas/adaptive-card.json"
  /// The most that is shown of one text: an activity has no room for more than 28 KB.
  private static let longest = 1000
  /// The most inputs that are shown.
  private static let most = 10

  package let question: String
  package let fields: AnswerFields
  package let person: String
  /// When, as it is shown.
  package let time: String

  package init(_ question: String, _ fields: AnswerFields, by person: String, at time: String) {
    self.question = question
    self.fields = fields
    self.person = person
    self.time = time
  }

  /// The adaptive card.
  package var document: JSON {
    var body: [JSON] = [["type": "TextBlock", "text": .string(Self.cut(question)), "wrap": true]]
    if let response = fields.response {
      body.append(Self.text(response, isStrong: true))
    } else {
      body += fields.others.prefix(Self.most).map {
        Self.text("\($0.name): \($0.value)", isStrong: true)
      }
    }
    body.append(Self.text("Answered by \(person), \(time)", isStrong: false))
    return [
      "$schema": .string(Self.schema), "version": "1.2", "type": "AdaptiveCard",
      "msteams": ["width": "Full"], "body": .array(body),
    ]
  }

  private static func text(_ text: String, isStrong: Bool) -> JSON {
    let run: JSON = [
      "type": "TextRun", "text": .string(cut(text)),
      isStrong ? "weight" : "isSubtle": isStrong ? "Bolder" : true,
    ]
    return ["type": "RichTextBlock", "inlines": [run]]
  }

  private static func cut(_ text: String) -> String {
    text.count > longest ? text.prefix(longest) + "…" : text
  }
}
