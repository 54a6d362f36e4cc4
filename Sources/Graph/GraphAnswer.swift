package import Documents
import HTTPTypes
import Transport

/// What Graph answered to one request that succeeded.
package struct GraphAnswer<Value: DocumentView>: Sendable {
  package let value: Value
  package let status: Int
  /// Graph's own id of the request, which Microsoft's support asks for.
  package let requestID: String?
  /// Where a long operation (202) or a new object (201) is found; a path or an absolute URL, as sent.
  package let location: String?

  package init(value: Value, status: Int, requestID: String?, location: String?) {
    self.value = value
    self.status = status
    self.requestID = requestID
    self.location = location
  }

  /// Reads a success.
  init(_ answer: TransportResponse, to call: GraphCall) throws(GraphError) {
    let headers = answer.head.headerFields
    self.init(
      value: Value(document: try call.document(of: answer)),
      status: answer.head.status.code,
      requestID: headers[.requestID],
      location: headers[.location])
  }
}

/// An answer without a document, as for an update (204) or an operation that was begun (202).
package struct NoContent: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON = .null) {
    self.document = document
  }
}
