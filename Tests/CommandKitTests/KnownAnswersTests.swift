import Documents
import Graph
import Testing

@testable import CommandKit

/// What is remembered behind one line of what Graph answered.
struct KnownAnswersTests {
  private typealias Question = KnownAnswers.Question

  private let request: GraphRequest<User> = .get("/users", ["$filter": "displayName eq 'A'"])

  @Test func `an answer is known until something is written`() {
    var known = KnownAnswers()
    let question = Question(request, as: .person)
    #expect(known[question] == nil)
    known.keep([["id": "1"]], for: question)
    #expect(known[question] == [["id": "1"]])
    known.forget()
    #expect(known[question] == nil)
  }

  @Test(
    arguments: [
      ("/chats", true), ("/chats/{}/installedApps", true), ("/appCatalogs/teamsApps/{}", false),
    ])
  func `the catalogue of apps stays known through a write elsewhere`(
    template: String, isKept: Bool
  ) {
    let apps: GraphRequest<TeamsApp> = .get("/appCatalogs/teamsApps", ["$filter": "id eq 'A'"])
    var known = KnownAnswers()
    known.keep([], for: Question(apps, as: .person))
    known.keep([], for: Question(request, as: .person))
    known.forget(after: template)
    #expect(known[Question(apps, as: .person)] == (isKept ? [] : nil))
    #expect(known[Question(request, as: .person)] == nil)
  }

  @Test func `that nothing was there is an answer too`() {
    var known = KnownAnswers()
    known.keep([], for: Question(request, as: .person))
    #expect(known[Question(request, as: .person)] == [])
  }

  @Test func `it answers the same question alone`() {
    var known = KnownAnswers()
    known.keep([["id": "1"]], for: Question(request, as: .person))
    let other: GraphRequest<User> = .get("/users", ["$filter": "displayName eq 'B'"])
    var counted = request
    counted.headers["ConsistencyLevel"] = "eventual"
    #expect(known[Question(other, as: .person)] == nil)
    #expect(known[Question(counted, as: .person)] == nil)
    #expect(known[Question(request, as: .app)] == nil)
    #expect(known[Question(request, as: .person, limit: 5)] == nil)
  }
}
