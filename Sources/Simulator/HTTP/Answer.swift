import Foundation
import HTTPTypes

/// What a route says when all went well.
struct Answer: Sendable {
  /// What travels below the headers.
  enum Body: Sendable {
    case none
    case document(Document)
    case text(String)
    case html(String)
    case bytes(Data, type: String)
  }

  var status: HTTPResponse.Status
  var body: Body = .none
  var headers: HTTPFields = [:]

  static func ok(_ document: Document) -> Answer {
    Answer(status: .ok, body: .document(document))
  }

  static func created(_ document: Document) -> Answer {
    Answer(status: .created, body: .document(document))
  }

  static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Answer {
    Answer(status: status, body: .html(html))
  }

  /// Sends a browser elsewhere, where it is to ask with GET.
  static func redirect(to address: String) -> Answer {
    Answer(status: .found, headers: [.location: address])
  }

  static var noContent: Answer { Answer(status: .noContent) }

  /// The answer to work that goes on after it: the location is relative to the version root.
  static func accepted(location: String, content: String? = nil) -> Answer {
    var headers: HTTPFields = [.location: location]
    headers[.contentLocation] = content
    return Answer(status: .accepted, headers: headers)
  }

  /// The bare number that a `$count` segment answers.
  static func count(_ number: Int) -> Answer {
    Answer(status: .ok, body: .text(String(number)))
  }
}
