import Documents
import Foundation
import TestSupport

/// A local tenant that runs for one test, and people who are signed in to it.
final class Tenant {
  /// The tenant did not do what a test needs to begin.
  struct Failure: Error {
    let step: String
  }

  let root: String
  let tenantID: String
  let clientID: String
  let clientSecret: String
  private let process: ChildProcess
  private let port: UInt16

  init(_ arguments: [String] = []) throws {
    let output = try ChildProcess.pipe()
    process = try ChildProcess(
      Product.tenant(), ["--people", "60", "--messages", "200"] + arguments, environment: [:],
      output: output.writing.fileDescriptor)
    try output.writing.close()
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let piece = output.reading.availableData
      guard !piece.isEmpty else { throw Failure(step: "start") }
      line += piece
    }
    let facts = try JSON(parsing: Array(line))
    guard let root = facts["graph"]?.string, let tenantID = facts["tenantId"]?.string,
      let clientID = facts["clientId"]?.string, let secret = facts["clientSecret"]?.string,
      let port = URL(string: root)?.port
    else { throw Failure(step: "first line") }
    self.root = root
    self.tenantID = tenantID
    self.clientID = clientID
    self.port = UInt16(port)
    clientSecret = secret
  }

  /// What tells a shell where this tenant is.
  var environment: [String: String] {
    [
      "TEAMSH_GRAPH_URL": root, "TEAMSH_LOGIN_URL": root, "TEAMSH_TENANT": tenantID,
      "TEAMSH_CLIENT_ID": clientID, "TEAMSH_PACE": "off",
    ]
  }

  /// The same, and a token of the administrator that is ready for use.
  func signedIn() throws -> [String: String] {
    environment.merging(["TEAMSH_ACCESS_TOKEN": try token()]) { $1 }
  }

  /// A token of the administrator, got as a person gets one: by a code entered on the tenant's page.
  func token(scopes: [String] = Tenant.scopes) throws -> String {
    let begun = try post(
      "/\(tenantID)/oauth2/v2.0/devicecode",
      ["client_id": clientID, "scope": scopes.joined(separator: " ")])
    guard let userCode = begun["user_code"]?.string, let code = begun["device_code"]?.string
    else { throw Failure(step: "device code") }
    try decide("approve", userCode: userCode)
    let answer = try post(
      "/\(tenantID)/oauth2/v2.0/token",
      [
        "client_id": clientID, "device_code": code,
        "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
      ])
    guard let token = answer["access_token"]?.string else { throw Failure(step: "token") }
    return token
  }

  /// Enters a code on the tenant's page, and accepts or declines.
  func decide(_ decision: String, userCode: String) throws {
    _ = try exchange(
      "POST /devicelogin",
      form: ["user_code": userCode, "account": "megan@contoso.com", "decision": decision])
  }

  /// What Graph answers the administrator.
  func get(_ path: String, token: String) throws -> JSON {
    let body = try exchange("GET /v1.0\(path)", fields: ["Authorization: Bearer \(token)"])
    return try JSON(parsing: Array(body.utf8))
  }

  private func post(_ path: String, _ form: [String: String]) throws -> JSON {
    try JSON(parsing: Array(try exchange("POST \(path)", form: form).utf8))
  }

  private func exchange(
    _ line: String, fields: [String] = [], form: [String: String] = [:]
  ) throws -> String {
    let body = form.map { "\($0.key)=\(Self.encoded($0.value))" }.joined(separator: "&")
    let head =
      [
        "\(line) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close",
        "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
      ] + fields
    let socket = try Socket(port: port)
    socket.write(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
    let answer = socket.readToEnd()
    guard let end = answer.range(of: "\r\n\r\n") else { throw Failure(step: line) }
    return String(answer[end.upperBound...])
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  static let scopes = [
    "openid", "profile", "User.Read", "User.ReadBasic.All", "Team.ReadBasic.All",
    "TeamMember.ReadWrite.All", "Channel.ReadBasic.All", "Channel.Create", "Channel.Delete.All",
    "ChannelMember.ReadWrite.All", "ChannelMessage.Read.All", "ChannelMessage.Send",
    "Chat.ReadWrite", "ChatMember.ReadWrite", "ChatMessage.Send",
  ]
}
