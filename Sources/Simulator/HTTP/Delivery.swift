import HTTPTypes
import Hummingbird

/// An answer with all its headers and bytes, ready to be sent.
struct Delivery: Sendable {
  var status: HTTPResponse.Status
  var headers: HTTPFields = [:]
  var bytes: [UInt8] = []

  var response: Response {
    Response(
      status: status, headers: headers,
      body: bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
