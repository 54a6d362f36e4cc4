import Documents
import Graph
import Synchronization

/// What Graph answered behind one line, so that the commands behind it do not ask twice.
///
/// A name that a write needs is confirmed at Graph once, however many look-ups lead up to the write. What is
/// written makes all of it doubtful that it may have changed.
struct KnownAnswers: Sendable {
  /// What was asked, and as whom.
  struct Question: Sendable, Hashable {
    let identity: IdentityKind
    let target: String
    let headers: [String: String]
    let limit: Int?

    init<Response>(
      _ request: GraphRequest<Response>, as identity: IdentityKind, limit: Int? = nil
    ) {
      self.identity = identity
      target = request.target
      headers = request.headers
      self.limit = limit
    }
  }

  private var answers: [Question: [JSON]] = [:]

  /// The objects that came, none of them where there was nothing; `nil` for what was not asked yet.
  subscript(question: Question) -> [JSON]? { answers[question] }

  mutating func keep(_ documents: [JSON], for question: Question) {
    answers[question] = documents
  }

  mutating func forget() { answers = [:] }

  /// Forgets what a write may have changed: all but the catalogue of apps, where it was made elsewhere.
  mutating func forget(after template: String) {
    guard !Self.isOfCatalogue(template) else { return forget() }
    answers = answers.filter { Self.isOfCatalogue($0.key.target) }
  }

  private static func isOfCatalogue(_ path: String) -> Bool { path.hasPrefix("/appCatalogs/") }
}

/// The same, for all commands behind one line.
final class AnswerMemory: Sendable {
  private let known = Mutex(KnownAnswers())

  subscript(question: KnownAnswers.Question) -> [JSON]? { known.withLock { $0[question] } }

  func keep(_ documents: [JSON], for question: KnownAnswers.Question) {
    known.withLock { $0.keep(documents, for: question) }
  }

  func forget() { known.withLock { $0.forget() } }

  func forget(after template: String) { known.withLock { $0.forget(after: template) } }
}
