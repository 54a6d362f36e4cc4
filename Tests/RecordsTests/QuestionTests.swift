import Documents
import Foundation
import Testing

@testable import Records

/// Questions and their first answers, whatever comes twice.
struct QuestionTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "questions-\(UUID().uuidString)").path
  private let now = Date(timeIntervalSince1970: 1_790_000_000)

  private func store() throws -> IncidentStore {
    try IncidentStore.open(at: "\(folder)/incidents.sqlite")
  }

  private func question(_ id: String) -> Question {
    var question = Question(id: id, text: "Deploy?", recipient: "@adele", askedAt: now)
    question.options = ["Yes", "No"]
    question.incident = "12"
    return question
  }

  private func answer(_ text: String, by person: String = "Adele") -> Question.Answer {
    var answer = Question.Answer(
      text: text, fields: ["response": .string(text)], person: person, time: now)
    answer.mail = "adele@contoso.com"
    return answer
  }

  @Test func `a question is read back with where its card is and what was answered`() throws {
    let store = try store()
    #expect(try store.keep(question("q")))
    try store.place("q", in: "19:general", message: "7")
    var expected = question("q")
    expected.conversation = "19:general"
    expected.message = "7"
    #expect(try store.question("q") == expected)
    expected.answer = answer("Yes")
    #expect(try store.take(answer("Yes"), to: "q", source: "a") == .taken(expected))
    #expect(try store.question("q") == expected)
    #expect(try store.questions(areOpen: true).isEmpty)
    #expect(try store.questions() == [expected])
  }

  @Test func `the first answer stays, and the same activity is the first again`() throws {
    let store = try store()
    try store.keep(question("q"))
    let first = try store.take(answer("Yes"), to: "q", source: "a")
    guard case .late(let late) = try store.take(answer("No", by: "Lee"), to: "q", source: "b")
    else {
      Issue.record("A second answer was taken.")
      return
    }
    #expect(late.answer?.text == "Yes" && late.answer?.person == "Adele")
    #expect(try store.take(answer("Maybe"), to: "q", source: "a") == first)
    #expect(try store.take(answer("Yes"), to: "other", source: "c") == .unknown)
  }

  @Test func `a question is kept once, and forgotten only while it is open`() throws {
    let store = try store()
    #expect(try store.keep(question("q")))
    #expect(try !store.keep(Question(id: "q", text: "Other", recipient: "x", askedAt: now)))
    #expect(try store.question("q")?.text == "Deploy?")
    _ = try store.take(answer("Yes"), to: "q", source: "a")
    try store.forget("q")
    #expect(try store.question("q")?.answer?.text == "Yes")
    try store.keep(question("open"))
    try store.forget("open")
    #expect(try store.question("open") == nil)
  }

  @Test func `of several answers at once one is the first`() async throws {
    let store = try store()
    try store.keep(question("q"))
    let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 1...20 {
        let answer = answer("\(number)")
        group.addTask {
          guard case .taken = try store.take(answer, to: "q", source: "\(number)") else {
            return false
          }
          return true
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { $0 } == 1)
  }
}
