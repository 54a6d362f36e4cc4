import CommandKit
import Documents
import Foundation
import Records
import TestSupport
import Testing

/// The ids of questions, which nobody types by hand.
struct QuestionCompletionTests {
  @Test func `a question is completed by its id, with what was asked and answered beside it`()
    throws
  {
    let desk = try CompletionDesk()
    let store = try desk.session.workspace.incidents()
    let time = Date(timeIntervalSince1970: 1_790_000_000)
    try store.keep(
      Question(id: "abc-1", text: "Deploy now?", recipient: "@Adele Vance", askedAt: time))
    try store.keep(Question(id: "abd-2", text: "Why?", recipient: "IT/General", askedAt: time))
    _ = try store.take(
      Question.Answer(text: "No", fields: [:], person: "Adele", time: time), to: "abc-1",
      source: "k")
    #expect(
      desk.shown("ask wait ab") == [
        "abd-2 -- Why? · IT/General", "abc-1 -- Deploy now? · @Adele Vance · No",
      ])
    #expect(desk.insertions("ask show abc") == ["abc-1 "])
  }

  @Test func `looking for a question makes no file of them`() throws {
    let desk = try CompletionDesk()
    #expect(desk.shown("ask wait ").isEmpty)
    let path = desk.session.workspace.configuration.files.incidentsFile
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
