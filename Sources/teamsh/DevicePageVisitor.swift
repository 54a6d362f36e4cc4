import CommandKit
import Foundation
import HTTPTypes
import Transport

/// Enters a device code on the tenant's own page and accepts, as a person with a browser would.
struct DevicePageVisitor: Sendable {
  let transport: any HTTPTransport
  let login: String
  let account: String

  func approve(_ code: String) async throws {
    try await post(["user_code": code, "account": account])
    try await post(["user_code": code, "account": account, "decision": "approve"])
  }

  private func post(_ fields: [String: String]) async throws {
    var form = URLComponents()
    form.queryItems = fields.map { URLQueryItem(name: $0.key, value: $0.value) }
    let answer = try await transport.send(
      TransportRequest(
        .post, url: "\(login)/devicelogin",
        fields: [.contentType: "application/x-www-form-urlencoded"],
        body: Array((form.percentEncodedQuery ?? "").utf8)))
    guard answer.head.status == .ok else { throw CommandError(.demoFailed) }
  }
}
