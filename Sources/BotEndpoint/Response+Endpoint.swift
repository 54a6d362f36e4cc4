import Bot
import Documents
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// That an activity was taken; one that somebody waits for at a card gets a body.
  static func acknowledgement(of activity: Activity) -> Response {
    guard activity.kind == .invoke else { return Response(status: .ok) }
    guard activity.name == "adaptiveCard/action" else { return .json([:]) }
    return .json([
      "statusCode": 200, "type": "application/vnd.microsoft.activity.message",
      "value": "Your answer was received.",
    ])
  }

  static func refusal(_ refusal: Refusal) -> Response {
    let error: JSON = [
      "error": ["code": .string(refusal.code), "message": .string(refusal.message)]
    ]
    var response = Response.json(error, status: refusal.status)
    if refusal.status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
    if let seconds = refusal.retryAfter { response.headers[.retryAfter] = String(seconds) }
    return response
  }

  static func methodNotAllowed(_ allowed: String) -> Response {
    Response(status: .methodNotAllowed, headers: [.allow: allowed])
  }

  static func text(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private static func json(_ document: JSON, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: document.bytes)))
  }
}
