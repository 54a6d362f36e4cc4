import CommandKit
import Documents
import Foundation
import Records

/// How questions are shown.
enum QuestionRow {
  /// What somebody who waited wants to know.
  static let answer: [Column<Note>] = [
    Column("Answer", field: "answer.text", as: .text),
    Column("Person", field: "answer.person"),
    Column("Mail", field: "answer.mail"),
    Column("Time", time: { $0.document.value(at: "answer.time")?.string }),
    Column("Question", field: "id", as: .id),
  ]

  static let list: [Column<Note>] = [
    Column("ASKED", time: { $0.document["askedAt"]?.string }),
    Column("TO", field: "to"),
    Column("QUESTION", field: "text", as: .text),
    Column("ANSWER", field: "answer.text", as: .text),
    Column("PERSON", field: "answer.person"),
    Column("ID", field: "id", as: .id),
  ]

  static let full: [Column<Note>] = [
    Column("Question", field: "text", as: .text),
    Column(
      "Answers",
      { ($0.document["options"]?.array ?? []).compactMap(\.string).joined(separator: ", ") }),
    Column("To", field: "to"),
    Column("Asked", time: { $0.document["askedAt"]?.string }),
    Column("Incident", field: "incident"),
    Column("Task", field: "task"),
    Column("Answer", field: "answer.text", as: .text),
    Column("Person", field: "answer.person"),
    Column("Mail", field: "answer.mail"),
    Column("Time", time: { $0.document.value(at: "answer.time")?.string }),
    Column("Message", field: "message"),
    Column("ID", field: "id", as: .id),
  ]
}

extension Note {
  /// A question, to which its id points back.
  init(_ question: Question, person: Named? = nil) {
    self.init(Self.document(question, person), reference: question.id)
  }

  /// A question whose answer somebody waited for: that is what points back at it.
  init(answered question: Question) {
    self.init(Self.document(question, nil), reference: question.answer?.text ?? "")
  }

  private static func document(_ question: Question, _ person: Named?) -> JSON {
    var fields = JSONObject([
      ("id", .string(question.id)), ("text", .string(question.text)),
      ("options", .array(question.options.map(JSON.string))),
      ("incident", .optional(question.incident)), ("task", .optional(question.task)),
      ("to", .string(question.recipient)),
    ])
    if let person { fields["person"] = .string(person.id) }
    fields["conversation"] = .optional(question.conversation)
    fields["message"] = .optional(question.message)
    fields["askedAt"] = .string(question.askedAt.formatted(.iso8601))
    fields["answer"] = question.answer.map(document) ?? .null
    return .object(fields)
  }

  private static func document(_ answer: Question.Answer) -> JSON {
    [
      "text": .string(answer.text), "fields": answer.fields, "person": .string(answer.person),
      "mail": .optional(answer.mail), "personId": .optional(answer.personID),
      "time": .string(answer.time.formatted(.iso8601)),
    ]
  }
}

extension Session {
  /// The question that an id, or the beginning of one, stands for.
  ///
  /// - Throws: ``CommandError`` for none and for several.
  func question(_ word: Word) throws -> Question {
    let store = try workspace.incidents()
    if let question = try store.question(word.text) { return question }
    let found =
      word.text.isEmpty
      ? [] : try store.questions().filter { $0.id.hasPrefix(word.text.lowercased()) }
    guard let question = found.first else {
      throw CommandError(.notFound(.question, word.text, nearest: []))
    }
    guard found.count == 1 else {
      throw CommandError(
        .ambiguous(
          .question, word.text, found.map { .init(name: $0.id, detail: $0.text, id: $0.id) }))
    }
    return question
  }
}
