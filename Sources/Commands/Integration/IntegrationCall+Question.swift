import CommandKit
import Documents

extension IntegrationCall {
  /// A question in the form in which the platform hands it over, as words of teamsh.
  struct QuestionForm: Sendable {
    let words: [Word]
    /// A card of one's own, as the standard input that the words ask for.
    let input: CommandInput?
  }

  /// The question that the message or the card is; `nil` for what is only told.
  ///
  /// A message is one that is a JSON object of exactly these keys, with a GUID in it; a card is one with an
  /// entitlement beside it.
  var question: QuestionForm? {
    if let text = arguments["message"] {
      guard let form = try? JSON(parsing: text), form.isQuestion, text.holdsGUID else { return nil }
      return QuestionForm(form)
    }
    guard let text = arguments["adaptive_card"], let form = try? JSON(parsing: text),
      form["entitlement"]?.string?.holdsGUID == true, let card = form["adaptive_card"]
    else { return nil }
    return QuestionForm(form, card: card)
  }
}

extension IntegrationCall.QuestionForm {
  /// A question with buttons, or one whose answer is typed.
  init(_ form: JSON) {
    let isOpen = form["form_type"]?.string == "open-answer"
    let options = (form["options"]?.array ?? []).map(\.word)
    words =
      ["ask", "send", .value(form["message_text"]?.word ?? "")]
      + (isOpen ? ["--free"] : options.flatMap { ["--option", .value($0)] })
      + Self.ids(form)
    input = nil
  }

  /// A card of one's own; as an object, or as the text of one.
  init(_ form: JSON, card: JSON) {
    words = ["ask", "send", "--card", "-"] + Self.ids(form)
    input = .bytes(Array((card.string ?? card.text()).utf8))
  }

  private static func ids(_ form: JSON) -> [Word] {
    let texts = [
      ("--id", "entitlement"), ("--incident", "investigation_id"), ("--task", "task_id"),
    ].map { (option: $0, text: form[$1]?.word ?? "") }
    return ["--no-wait"]
      + texts.filter { !$0.text.isEmpty }.flatMap { [Word($0.option), .value($0.text)] }
  }
}

extension CapturedReply {
  /// The id of the message that the bot has sent; a question has one of its own beside it.
  var messageID: JSON { document["message"] ?? document["id"] ?? .null }
}

extension JSON {
  private static let questionKeys: Set = [
    "message_text", "options", "entitlement", "investigation_id", "task_id", "form_type",
  ]

  fileprivate var isQuestion: Bool {
    Set((object?.fields ?? []).map(\.key)) == Self.questionKeys
      && self["entitlement"]?.word.isEmpty == false
  }

  /// A text, or a number as it is written; nothing for `null`.
  fileprivate var word: String { isNull ? "" : string ?? text() }
}

extension String {
  fileprivate var holdsGUID: Bool {
    let pattern = /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/
    return contains(pattern)
  }
}
