import Documents
import Foundation
import GRDB

extension IncidentStore {
  /// Keeps a question, before its card is sent; one with the same id is left as it is.
  ///
  /// - Returns: Whether there was none of the id.
  @discardableResult
  package func keep(_ question: Question) throws(RecordsError) -> Bool {
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO question (id, text, options, incident, task, recipient, askedAt)
          VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
          """,
        arguments: [
          question.id, question.text, JSON.texts(question.options), question.incident,
          question.task, question.recipient, question.askedAt.timeIntervalSince1970,
        ])
      return db.changesCount > 0
    }
  }

  /// Forgets a question whose card was not sent.
  package func forget(_ id: String) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: "DELETE FROM question WHERE id = ? AND answeredAt IS NULL", arguments: [id])
    }
  }

  /// Keeps where the card of a question is.
  package func place(
    _ id: String, in conversation: String, message: String
  ) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: "UPDATE question SET conversation = ?, message = ? WHERE id = ?",
        arguments: [conversation, message, id])
    }
  }

  /// Takes an answer, if it is the first.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - id: The question's.
  ///   - source: The key of its activity: the same one is the first again when it is handled twice.
  /// - Returns: What became of it.
  /// - Throws: ``RecordsError``.
  package func take(
    _ answer: Question.Answer, to id: String, source: String
  ) throws(RecordsError) -> Question.Outcome {
    try file.write { db in
      try db.execute(
        sql: """
          UPDATE question SET answer = ?, fields = ?, answererID = ?, answererName = ?,
            answererMail = ?, answeredAt = ?, source = ?
          WHERE id = ? AND answeredAt IS NULL
          """,
        arguments: [
          answer.text, answer.fields.text(), answer.personID, answer.person, answer.mail,
          answer.time.timeIntervalSince1970, source, id,
        ])
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM question WHERE id = ?", arguments: [id])
      guard let row else { return .unknown }
      return row["source"] == source ? .taken(Question(row)) : .late(Question(row))
    }
  }

  /// The question of an id.
  package func question(_ id: String) throws(RecordsError) -> Question? {
    try file.read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM question WHERE id = ?", arguments: [id])
        .map(Question.init)
    }
  }

  /// Questions, the newest first; those without an answer only, where that is asked.
  package func questions(
    areOpen: Bool = false, limit: Int? = nil
  ) throws(RecordsError) -> [Question] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM question WHERE (?1 = 0 OR answeredAt IS NULL)
          ORDER BY askedAt DESC, rowid DESC LIMIT ?2
          """, arguments: [areOpen, limit ?? -1]
      ).map(Question.init)
    }
  }
}

extension Question {
  fileprivate init(_ row: Row) {
    self.init(
      id: row["id"], text: row["text"], recipient: row["recipient"],
      askedAt: Date(timeIntervalSince1970: row["askedAt"]))
    options = JSON.texts(in: row["options"])
    incident = row["incident"]
    task = row["task"]
    conversation = row["conversation"]
    message = row["message"]
    guard let time: Double = row["answeredAt"] else { return }
    let fields: String = row["fields"]
    var answer = Answer(
      text: row["answer"], fields: (try? JSON(parsing: fields)) ?? .null,
      person: row["answererName"], time: Date(timeIntervalSince1970: time))
    answer.personID = row["answererID"]
    answer.mail = row["answererMail"]
    self.answer = answer
  }
}
