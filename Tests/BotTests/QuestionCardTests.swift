import Documents
import Testing

@testable import Bot

/// The cards that ask, word for word as the Teams integration's are.
struct QuestionCardTests {
  private static let tag = QuestionTag(question: "q-1", incident: "12", task: "3")

  @Test func `a question with options has a button for each`() throws {
    let card = QuestionCard("Deploy **now**?", .options(["Yes", "No"]), tag: Self.tag)
    #expect(
      card.document.text()
        == #"{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.0","#
        + #""type":"AdaptiveCard","msteams":{"width":"Full"},"#
        + #""body":[{"type":"TextBlock","text":"Deploy **now**?","wrap":true}],"#
        + #""actions":[{"type":"Action.Submit","title":"Yes","data":{"response":"Yes","#
        + #""entitlement":"q-1","investigation_id":"12","task_id":"3"}},"#
        + #"{"type":"Action.Submit","title":"No","data":{"response":"No","#
        + #""entitlement":"q-1","investigation_id":"12","task_id":"3"}}]}"#)
  }

  @Test func `an open question has a field of several lines, and one button`() throws {
    let card = QuestionCard("Why?", .open, tag: QuestionTag(question: "q-1"))
    #expect(
      card.document.text()
        == #"{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.0","#
        + #""type":"AdaptiveCard","msteams":{"width":"Full"},"#
        + #""body":[{"type":"TextBlock","text":"Form","id":"Title","spacing":"Medium","#
        + #""horizontalAlignment":"Center","size":"Medium","weight":"Bolder","color":"Accent","#
        + #""wrap":true},{"type":"Container","items":[{"type":"TextBlock","text":"Why?","#
        + #""wrap":true,"spacing":"Medium"},{"type":"Input.Text","placeholder":"Enter an answer","#
        + #""id":"response","isMultiline":true}]}],"#
        + #""actions":[{"type":"Action.Submit","title":"Submit","data":{"entitlement":"q-1","#
        + #""investigation_id":"","task_id":""}}]}"#)
  }

  @Test(arguments: [
    // A button keeps its own data; one without gets some.
    (
      #"{"actions":[{"type":"Action.Submit","data":{"a":1}},{"type":"Action.Execute"}]}"#,
      #"{"actions":[{"type":"Action.Submit","data":{"a":1,TAG}},"#
        + #"{"type":"Action.Execute","data":{TAG}}]}"#
    ),
    // What the button had under the same names counts no more.
    (
      #"{"actions":[{"type":"Action.Submit","data":{"entitlement":"x","task_id":9}}]}"#,
      #"{"actions":[{"type":"Action.Submit","data":{"entitlement":"q-1","task_id":"3","#
        + #""investigation_id":"12"}}]}"#
    ),
    (
      #"{"actions":[{"type":"Action.Submit","data":"later"}]}"#,
      #"{"actions":[{"type":"Action.Submit","data":{"response":"later",TAG}}]}"#
    ),
    (
      #"{"actions":[{"type":"Action.ShowCard","card":{"actions":[{"type":"Action.Submit"}]}}]}"#,
      #"{"actions":[{"type":"Action.ShowCard","card":{"actions":[{"type":"Action.Submit","#
        + #""data":{TAG}}]}}]}"#
    ),
    // Links send nothing, and what stands in the body is left alone.
    (
      #"{"body":[{"type":"ActionSet","actions":[{"type":"Action.Submit"}]}],"#
        + #""selectAction":{"type":"Action.Submit"},"actions":[{"type":"Action.OpenUrl"}]}"#,
      #"{"body":[{"type":"ActionSet","actions":[{"type":"Action.Submit"}]}],"#
        + #""selectAction":{"type":"Action.Submit"},"actions":[{"type":"Action.OpenUrl"}]}"#
    ),
    (#"{"body":[]}"#, #"{"body":[]}"#),
    (#"{"actions":7}"#, #"{"actions":7}"#),
  ])
  func `a card of one's own carries the question in its buttons`(
    card: String, expected: String
  ) throws {
    let marked = Self.tag.marking(try JSON(parsing: card))
    #expect(
      marked.text()
        == expected.replacing(
          "TAG", with: #""entitlement":"q-1","investigation_id":"12","task_id":"3""#))
  }
}
