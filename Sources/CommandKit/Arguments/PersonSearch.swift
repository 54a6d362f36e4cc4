import Foundation
import Graph

/// How a person is looked for at Graph: one question after the other, until one finds anybody.
struct PersonSearch: Sendable {
  /// One question.
  enum Step: Sendable, Hashable {
    case id(String)
    case filter(String)
    /// Names with words that begin so, for accents typed or left out, and for suggestions.
    case search(String)
  }

  /// The most people that are read for one name.
  static let most = 1000

  let steps: [Step]

  init(_ text: String, byHandle: Bool) {
    let literal = ODataLiteral(text)
    if byHandle {
      let start = ODataLiteral(text + "@")
      steps = [.filter("startswith(userPrincipalName,\(start)) or startswith(mail,\(start))")]
    } else if UUID(uuidString: text) != nil {
      steps = [.id(text)]
    } else {
      let exact = Step.filter(
        text.contains("@")
          ? "userPrincipalName eq \(literal) or mail eq \(literal)" : "displayName eq \(literal)")
      steps = [exact] + Self.nearby(text)
    }
  }

  private static func nearby(_ text: String) -> [Step] {
    guard let first = text.first else { return [] }
    let plain = text.filter { $0 != "\"" && $0 != "\\" }
    let start = Step.filter("startswith(displayName,\(ODataLiteral(String(first))))")
    return plain.isEmpty ? [start] : [.search(plain), start]
  }
}

extension PersonSearch.Step {
  func request<Response>() -> GraphRequest<Response> {
    let fields = Session.personFields
    switch self {
    case .id(let id):
      return .get("/users/\(id)", ["$select": fields])
    case .filter(let filter):
      return .get("/users", ["$filter": filter, "$select": fields])
    case .search(let text):
      return .get(
        "/users", ["$search": "\"displayName:\(text)\"", "$select": fields],
        headers: ["ConsistencyLevel": "eventual"])
    }
  }
}
