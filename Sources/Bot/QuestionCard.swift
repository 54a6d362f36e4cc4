package import Documents

/// The card that asks a question, and whose buttons bring the answer back.
///
/// It looks as the Teams integration's does, so that whoever knew those cards knows these.
package struct QuestionCard: Sendable, Hashable {
  /// How it is answered.
  package enum Form: Sendable, Hashable {
    /// By one button for each answer.
    case options([String])
    /// By a text that is typed.
    case open
  }

  package let text: String
  package let form: Form
  package let tag: QuestionTag

  package init(_ text: String, _ form: Form, tag: QuestionTag) {
    self.text = text
    self.form = form
    self.tag = tag
  }

  /// The adaptive card.
  package var document: JSON {
    [
      "$schema": .string(AnsweredCard.schema), "version": "1.0", "type": "AdaptiveCard",
      "msteams": ["width": "Full"], "body": body, "actions": .array(buttons),
    ]
  }

  private var body: JSON {
    switch form {
    case .options:
      return [["type": "TextBlock", "text": .string(text), "wrap": true]]
    case .open:
      let items: JSON = [
        ["type": "TextBlock", "text": .string(text), "wrap": true, "spacing": "Medium"],
        [
          "type": "Input.Text", "placeholder": "Enter an answer", "id": "response",
          "isMultiline": true,
        ],
      ]
      return [Self.title, ["type": "Container", "items": items]]
    }
  }

  private static let title: JSON = [
    "type": "TextBlock", "text": "Form", "id": "Title", "spacing": "Medium",
    "horizontalAlignment": "Center", "size": "Medium", "weight": "Bolder", "color": "Accent",
    "wrap": true,
  ]

  private var buttons: [JSON] {
    switch form {
    case .options(let options):
      options.map { button($0, tag.data(["response": .string($0)])) }
    case .open: [button("Submit", tag.data([:]))]
    }
  }

  private func button(_ title: String, _ data: JSON) -> JSON {
    ["type": "Action.Submit", "title": .string(title), "data": data]
  }
}
