import Documents
import Foundation
import HTTPTypes
import Identity
import TestSupport
import Transport

/// Addresses, times and answers that the sign-in tests share.
enum SignIn {
  static let now = Date(timeIntervalSince1970: 1_800_000_000)
  static let tokenURL = "https://login.example/contoso/oauth2/v2.0/token"
  static let codeURL = "https://login.example/contoso/oauth2/v2.0/devicecode"

  static func authority(
    login: String = "https://login.example", graph: String = "https://graph.example:8443/"
  ) -> Authority {
    Authority(
      loginRoot: URL(string: login) ?? URL(filePath: "/"), tenant: "contoso",
      graphRoot: URL(string: graph) ?? URL(filePath: "/"))
  }

  /// A grant of one hour.
  static func grant(_ token: String = "token-one", refresh: String? = nil) -> ScriptedAnswer {
    let next = refresh.map { #","refresh_token":"\#($0)""# } ?? ""
    return .json(
      #"{"token_type":"Bearer","scope":"User.Read openid","expires_in":3600,"#
        + #""access_token":"\#(token)"\#(next)}"#)
  }

  static func refusal(
    _ error: String, _ number: Int, status: Int = 400, more: String = ""
  ) -> ScriptedAnswer {
    .json(
      #"{"error":"\#(error)","error_description":"AADSTS\#(number): Because. "#
        + #"Trace ID: 1\r\nTimestamp: 2","error_codes":[\#(number)]\#(more)}"#, status: status)
  }

  /// The fields of a form that was sent, percent-encoding undone.
  static func form(_ request: TransportRequest) -> [String: String] {
    let text = String(decoding: request.body ?? [], as: UTF8.self)
    let pairs = text.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
    return Dictionary(
      uniqueKeysWithValues: pairs.map {
        (String($0[0]), $0.count > 1 ? String($0[1]).removingPercentEncoding ?? "" : "")
      })
  }

  /// The fields of an address, percent-encoding undone.
  static func query(_ address: String) -> [String: String] {
    let items = URLComponents(string: address)?.queryItems ?? []
    return Dictionary(items.map { ($0.name, $0.value ?? "") }) { $1 }
  }

  /// An unsigned token with these claims.
  static func token(_ claims: JSON) -> Secret {
    let payload = Data(claims.bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    return Secret("e30.\(payload).c2lnbmF0dXJl")
  }
}
