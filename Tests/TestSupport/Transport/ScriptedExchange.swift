package import HTTPTypes

import Transport

/// One request that a test expects, and what it gets.
package struct ScriptedExchange: Sendable {
  package let method: HTTPRequest.Method
  /// A path, or a whole URL; without a query it fits every query.
  package let target: String
  package let answer: ScriptedAnswer

  package init(_ method: HTTPRequest.Method, _ target: String, _ answer: ScriptedAnswer) {
    self.method = method
    self.target = target
    self.answer = answer
  }

  package static func get(_ target: String, _ answer: ScriptedAnswer) -> Self {
    ScriptedExchange(.get, target, answer)
  }

  package static func post(_ target: String, _ answer: ScriptedAnswer) -> Self {
    ScriptedExchange(.post, target, answer)
  }

  package static func patch(_ target: String, _ answer: ScriptedAnswer) -> Self {
    ScriptedExchange(.patch, target, answer)
  }

  package static func put(_ target: String, _ answer: ScriptedAnswer) -> Self {
    ScriptedExchange(.put, target, answer)
  }

  package static func delete(_ target: String, _ answer: ScriptedAnswer) -> Self {
    ScriptedExchange(.delete, target, answer)
  }

  func fits(_ request: TransportRequest) -> Bool {
    guard request.head.method == method, var asked = request.head.path else { return false }
    if target.contains("://") {
      asked = "\(request.head.scheme ?? "")://\(request.head.authority ?? "")\(asked)"
    }
    guard !target.contains("?") else { return asked == target }
    return asked.prefix { $0 != "?" } == target
  }
}
