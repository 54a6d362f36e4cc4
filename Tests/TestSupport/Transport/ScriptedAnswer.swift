package import HTTPTypes
package import Transport

/// What a scripted request gets: an answer, a failure, or silence.
package struct ScriptedAnswer: Sendable {
  private enum Kind {
    case response(TransportResponse)
    case failure(TransportError.Code, mayHaveArrived: Bool)
    case silence
  }

  private let kind: Kind
  private var gate: Gate?

  private init(_ kind: Kind) {
    self.kind = kind
  }

  /// An answer whose body is JSON text.
  package static func json(
    _ text: String, status: Int = 200, fields: HTTPFields = [:]
  ) -> Self {
    var fields = fields
    fields[.contentType] = "application/json"
    return .bytes(Array(text.utf8), status: status, fields: fields)
  }

  /// An answer with any body.
  package static func bytes(
    _ body: [UInt8], status: Int = 200, fields: HTTPFields = [:]
  ) -> Self {
    let head = HTTPResponse(status: .init(code: status), headerFields: fields)
    return Self(.response(TransportResponse(head: head, body: body)))
  }

  /// An answer without a body.
  package static func status(_ status: Int, fields: HTTPFields = [:]) -> Self {
    .bytes([], status: status, fields: fields)
  }

  package static func failure(
    _ code: TransportError.Code, mayHaveArrived: Bool = false
  ) -> Self {
    Self(.failure(code, mayHaveArrived: mayHaveArrived))
  }

  /// No answer, until the task is cancelled.
  package static let silence = Self(.silence)

  /// The same answer, not before the gate is open.
  package func held(by gate: Gate) -> Self {
    var answer = self
    answer.gate = gate
    return answer
  }

  func give(to request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let host = request.head.authority ?? ""
    if let gate, await gate.pass() == false {
      throw TransportError(code: .cancelled, host: host, detail: "cancelled", mayHaveArrived: true)
    }
    switch kind {
    case .response(let response):
      return response
    case .failure(let code, let mayHaveArrived):
      throw TransportError(
        code: code, host: host, detail: "scripted", mayHaveArrived: mayHaveArrived)
    case .silence:
      _ = await Gate().pass()
      throw TransportError(code: .cancelled, host: host, detail: "cancelled", mayHaveArrived: true)
    }
  }
}
