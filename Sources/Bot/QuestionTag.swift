package import Documents

/// What every button of a question's card carries, so that an answer finds its question.
package struct QuestionTag: Sendable, Hashable {
  /// The question's id.
  package let question: String
  /// What it is about: numbers here, any word from elsewhere, and nothing for none.
  package var incident: String
  package var task: String

  package init(question: String, incident: String = "", task: String = "") {
    self.question = question
    self.incident = incident
    self.task = task
  }

  /// The names of its fields.
  static let keys: Set = ["entitlement", "investigation_id", "task_id"]

  /// What a button sends: its own data, and this.
  ///
  /// A button whose data is a text and no object answers by that text.
  func data(_ own: JSON) -> JSON {
    var fields: JSONObject
    switch own {
    case .object(let object): fields = object
    case .string: fields = JSONObject([("response", own)])
    default: fields = JSONObject()
    }
    fields["entitlement"] = .string(question)
    fields["investigation_id"] = .string(incident)
    fields["task_id"] = .string(task)
    return .object(fields)
  }

  /// A card of one's own whose buttons carry this.
  ///
  /// The buttons are those below `actions`, and those of the cards that they show; what stands in the body
  /// is left alone, as the Teams integration leaves it.
  ///
  /// - Returns: The card; unchanged where it has no button that sends anything.
  package func marking(_ card: JSON) -> JSON {
    switch card {
    case .array(let items): return .array(items.map(marking))
    case .object(var object):
      switch object["type"]?.string {
      case "Action.Submit", "Action.Execute": object["data"] = data(object["data"] ?? [:])
      case "Action.ShowCard": object["card"] = object["card"].map(marking)
      default: break
      }
      object["actions"] = object["actions"].map(marking)
      return .object(object)
    default: return card
    }
  }
}
