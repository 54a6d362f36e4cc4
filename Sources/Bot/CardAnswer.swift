package import Documents

/// What somebody answered by a card's button.
///
/// A button sends the card's inputs together with its own data, in which the question has its id
/// (`entitlement`) and a button its answer (`response`). An `Action.Submit` sends them as they are, an
/// `Action.Execute` below `action.data`.
package struct CardAnswer: Sendable, Hashable {
  /// The question's id.
  package let question: String
  /// The answer: that of the button, or else every input, as a table in Markdown.
  package let text: String
  /// What was sent, without what tells of the question.
  package let fields: JSON

  /// Reads an activity; `nil` for one that answers nothing.
  package init?(_ activity: Activity) {
    guard let value = activity.value,
      let data = (value.value(at: "action.data") ?? value).object,
      let question = data["entitlement"]?.string, !question.isEmpty
    else { return nil }
    self.question = question
    fields = JSON.object(data).without(QuestionTag.keys.contains)
    let answer = AnswerFields(fields)
    text = answer.response ?? answer.table
  }
}

/// What a card's button sent, as people read it.
///
/// All of it was typed by somebody: it is text wherever it is shown, whatever it looks like.
package struct AnswerFields: Sendable, Hashable {
  /// The answer of a button or of an open question; `nil` where it is empty.
  let response: String?
  /// The other inputs, by their ids.
  let others: [Field]

  /// An input's id, and what was entered.
  struct Field: Sendable, Hashable {
    let name: String
    let value: String
  }

  package init(_ fields: JSON) {
    let response = fields["response"].map(Self.text) ?? ""
    self.response = response.isEmpty ? nil : response
    others = (fields.object?.fields ?? []).filter { $0.key != "response" }.map {
      Field(name: $0.key, value: Self.text($0.value))
    }
  }

  /// The answer on one line.
  package var line: String {
    let text = response ?? others.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The inputs as the Teams integration writes them; nothing where there are none.
  ///
  ///     ### Response
  ///     |rating|comment|
  ///     |---|---|
  ///     | 5 | Well done |
  var table: String {
    guard !others.isEmpty else { return "" }
    let head = others.map { Self.cell($0.name) }.joined(separator: "|")
    let rule = others.map { _ in "---" }.joined(separator: "|")
    let row = others.map { Self.cell($0.value) }.joined(separator: " | ")
    return "### Response\n|\(head)|\n|\(rule)|\n| \(row) |"
  }

  private static func text(_ value: JSON) -> String {
    value.isNull ? "" : value.string ?? value.text()
  }

  private static func cell(_ text: String) -> String {
    var cell = ""
    for character in text {
      switch character {
      case "|", "`": cell += "\\\(character)"
      case let other where other.isNewline: cell += "<br>"
      case let other: cell.append(other)
      }
    }
    return cell
  }
}
