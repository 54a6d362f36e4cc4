import CommandKit
import Documents
import Foundation

extension IntegrationCommand {
  /// The script that the platform has beside the integration: it makes the question's id, and has the card
  /// sent.
  static let ask = IntegrationCommand(
    "MicrosoftTeamsAsk", "Ask somebody something as the bot.", effect: .changes,
    arguments: [
      IntegrationArgument(
        "form_type", "How it is answered.", standard: "predefined-options",
        allowed: ["predefined-options", "open-answer"]),
      IntegrationArgument("message", "The question."),
      IntegrationArgument(
        "persistent", "What the platform calls for several answers; here the first one counts.",
        form: .boolean, standard: "false"),
      IntegrationArgument("option1", "An answer.", standard: "yes"),
      IntegrationArgument("option2", "Another answer.", standard: "no"),
      IntegrationArgument("additional_options", "Further answers.", form: .list),
      IntegrationArgument("team_member", "The member of a team to ask.", as: .person),
      IntegrationArgument("user_id", "Who is asked first, before they wrote.", as: .person),
      IntegrationArgument("task_id", "The task that it is about."),
      .channel(isRequired: false), .team(isRequired: false),
      IntegrationArgument("adaptive_card", "A card whose buttons answer, as JSON.", as: .json),
    ],
    equivalent: "ask TEXT --to PERSON --no-wait",
    example: "MicrosoftTeamsAsk message='Deploy now?' team_member='Adele Vance'"
  ) { call in
    let person = call.arguments["team_member"] ?? call.arguments["user_id"]
    try call.checkQuestion(person: person)
    try call.checkCard(failing: "Given adaptive card is not in valid JSON format. Error: ")
    let form = call.form(id: UUID().uuidString.lowercased())
    let place: [Word]
    if let person {
      place = ["--to", .value(person)]
    } else {
      place =
        ["--channel", .value(call.arguments.text("channel"))]
        + (call.arguments["team"].map { ["--team", .value($0)] } ?? [])
    }
    let isFirst = call.arguments["team_member"] == nil
    let sent = try await call.ask(
      form.words + place, input: form.input,
      orWithout: { isFirst ? "User not found: \($0)." : "Team member \($0) was not found" })
    return IntegrationAnswer(
      "Message was sent successfully.", context: [("Message", ["ID": sent.messageID])],
      references: sent.references)
  }
}

extension IntegrationCall {
  fileprivate func checkQuestion(person: String?) throws(IntegrationFault) {
    let channel = arguments["channel"]
    guard person != nil || channel != nil else {
      throw fault(.refused("Either team member or channel must be provided."))
    }
    guard person == nil || channel == nil else {
      throw fault(.refused("Either team member or channel should be provided, not both."))
    }
    let (message, card) = (arguments["message"], arguments["adaptive_card"])
    guard message == nil || card == nil else {
      throw fault(.refused("Provide either message or adaptive card to send, not both."))
    }
    guard message != nil || card != nil else {
      throw fault(.refused("No message or adaptive card to send were provided."))
    }
  }

  /// The question as the script hands it over.
  fileprivate func form(id: String) -> QuestionForm {
    let isOpen = arguments["form_type"] == "open-answer"
    let ids: [(key: String, value: JSON)] = [
      ("entitlement", .string(id)),
      ("investigation_id", .string(workspace.place.incident?.id ?? "")),
      ("task_id", .optional(arguments["task_id"])),
    ]
    if let text = arguments["adaptive_card"], let card = try? JSON(parsing: text) {
      return QuestionForm(.object(JSONObject(ids)), card: card)
    }
    let options =
      isOpen
      ? []
      : ["option1", "option2"].compactMap { arguments[$0] }
        + arguments.list("additional_options")
    return QuestionForm(
      .object(
        JSONObject(
          ids + [
            ("message_text", .optional(arguments["message"])),
            ("options", .array(options.map(JSON.string))),
            ("form_type", .optional(arguments["form_type"])),
          ])))
  }
}
