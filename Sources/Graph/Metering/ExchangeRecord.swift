import HTTPTypes
import Transport

/// One request and what came of it, as it is kept for whoever asks what went wrong.
///
/// It never holds a token or a cookie, and of long bodies only the beginning.
package struct ExchangeRecord: Sendable, Hashable {
  /// A header as it is shown.
  package struct Field: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// The beginning of a body.
  package struct Body: Sendable, Hashable {
    private let bytes: [UInt8]
    /// How many bytes are left out.
    package let left: Int

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    init(_ whole: [UInt8]) {
      bytes = Array(whole.prefix(ExchangeRecord.longestBody))
      left = whole.count - bytes.count
    }
  }

  package let method: String
  package let url: String
  package let requestFields: [Field]
  package let requestBody: Body?
  /// The status of the answer; `nil` where none came.
  package let status: Int?
  package let fields: [Field]
  package let body: Body?
  /// Why no answer came, in the library's words.
  package let failure: String?
  package let duration: Duration

  static let longestBody = 16 * 1024

  init(
    _ request: TransportRequest, _ result: Result<TransportResponse, TransportError>,
    after duration: Duration
  ) {
    let head = request.head
    method = head.method.rawValue
    url = "\(head.scheme ?? "https")://\(head.authority ?? "")\(head.path ?? "")"
    requestFields = Self.fields(head.headerFields)
    requestBody = request.body.map { Body($0) }
    self.duration = duration
    switch result {
    case .success(let answer):
      status = answer.head.status.code
      fields = Self.fields(answer.head.headerFields)
      body = answer.body.isEmpty ? nil : Body(answer.body)
      failure = nil
    case .failure(let error):
      status = nil
      fields = []
      body = nil
      failure = error.detail
    }
  }

  var isRefused: Bool { status.map { $0 >= 400 } ?? true }

  private static func fields(_ fields: HTTPFields) -> [Field] {
    fields.map { field in
      let name = field.name.rawName
      return Field(name: name, value: hidden.contains(name.lowercased()) ? "***" : field.value)
    }
  }

  private static let hidden: Set = [
    "authorization", "proxy-authorization", "cookie", "set-cookie",
  ]
}
