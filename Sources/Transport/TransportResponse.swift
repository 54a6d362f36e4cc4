package import HTTPTypes

/// One whole answer, its body already decompressed.
package struct TransportResponse: Sendable {
  package var head: HTTPResponse
  package var body: [UInt8]

  package init(head: HTTPResponse, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }
}
