package import Documents

/// What somebody answered by a card's button.
///
/// A button sends the card's inputs together with its own data, in which the question has its id
/// (`entitlement`) and a button its answer (`response`).
package struct CardAnswer: Sendable, Hashable {
  /// The question's id.
  package let question: String
  /// The answer: that of the button, or every input by its name.
  package let text: String
  /// The inputs, without what tells of the question.
  package let fields: JSON

  /// Reads an activity; `nil` for one that answers nothing.
  package init?(_ activity: Activity) {
    guard let value = activity.value,
      let data = (value.value(at: "action.data") ?? value).object,
      let question = data["entitlement"]?.string, !question.isEmpty
    else { return nil }
    self.question = question
    let fields = JSON.object(data).without("entitlement", "investigation_id", "task_id")
    self.fields = fields
    let response = data["response"]?.string ?? ""
    text = response.isEmpty ? Self.list(fields) : response
  }

  /// Every input on a line of its own.
  private static func list(_ fields: JSON) -> String {
    let lines = (fields.object?.fields ?? []).map { field in
      "\(field.key): \(field.value.string ?? field.value.text())"
    }
    return lines.joined(separator: "\n")
  }
}

extension JSON {
  /// The card that stands where a question stood.
  package static func answered(_ question: String, by person: String, _ answer: String) -> JSON {
    [
      "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard",
      "version": "1.4",
      "body": [
        ["type": "TextBlock", "text": .string(question), "wrap": true],
        [
          "type": "TextBlock", "wrap": true, "isSubtle": true,
          "text": .string("\(person) answered: \(answer)"),
        ],
      ],
    ]
  }
}
