import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Simulator

/// A small company without a socket, which tests talk to as any caller they like.
struct TestTenant: Sendable {
  let server: TenantServer

  var tenant: Tenant { server.tenant }

  /// The key of every tenant here: making one takes longer than most tests.
  private static let key = Task { try await SigningKey() }

  /// A company file that is made once and copied for each test that wants its own.
  private static let prototype = Task {
    let path = temporaryPath()
    let made = try await TestTenant(dataFile: path)
    try await made.tenant.database.writeWithoutTransaction { db in
      _ = try db.checkpoint(.truncate)
    }
    return path
  }

  /// A tenant that is served, for tests that speak to it as the administrator.
  init(server: TenantServer) {
    self.server = server
  }

  init(
    dataFile: String? = nil, people: Int = 40, teams: Int = 8, messages: Int = 120,
    seed: UInt64 = 1, settle: Int = 0, isThrottled: Bool = false, recordFile: String? = nil,
    cloud: TenantCloud = .global, clientCertificate: String? = nil,
    now: @escaping @Sendable () -> Date = { Date() }
  ) async throws {
    server = try await TenantServer(
      TenantConfiguration(
        dataFile: dataFile, people: people, teams: teams, messages: messages, seed: seed,
        settle: settle, isThrottled: isThrottled, recordFile: recordFile, cloud: cloud,
        clientCertificate: clientCertificate, now: now),
      signingKey: try await Self.key.value)
  }

  /// A path at which a test may keep a company; the file is not there yet.
  static func temporaryPath() -> String {
    FileManager.default.temporaryDirectory
      .appending(path: "tenant-\(UUID().uuidString).sqlite").path(percentEncoded: false)
  }

  /// A fresh company in a file of its own.
  static func onDisk() async throws -> (tenant: TestTenant, path: String) {
    let path = temporaryPath()
    try FileManager.default.copyItem(atPath: await prototype.value, toPath: path)
    return (try await TestTenant(dataFile: path), path)
  }

  static func removeFiles(at path: String) {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}

extension TestTenant {
  /// Who a test speaks as.
  enum Speaker: Sendable {
    /// The administrator with all permissions that any route takes.
    case administrator
    case person(String, scopes: [String])
    case app(roles: [String])
    case token(String)
    case nobody
  }

  /// Everything that some route takes from a person.
  static let allScopes = Array(Set(GraphRoutes.all.flatMap(\.permissions.delegated)))
  static let allRoles = Array(Set(GraphRoutes.all.flatMap(\.permissions.application)))

  /// Sends one request to Graph, or with an absolute path to the sign-in pages.
  func send(
    _ method: HTTPRequest.Method = .get, _ path: String, as speaker: Speaker = .administrator,
    body: Document? = nil, form: String? = nil, headers: HTTPFields = [:], raw: [UInt8]? = nil
  ) async throws -> Reply {
    var headers = headers
    if let token = try await token(for: speaker) { headers[.authorization] = "Bearer \(token)" }
    var bytes = raw ?? body?.bytes
    if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
    if let form {
      bytes = Array(form.utf8)
      headers[.contentType] = "application/x-www-form-urlencoded"
    }
    let fields = headers
    let buffer = bytes.map { ByteBuffer(bytes: $0) }
    let uri = path.hasPrefix("http") ? Self.relative(path) : path
    return try await server.unserved.test(.router) { client in
      let response = try await client.execute(
        uri: uri, method: method, headers: fields, body: buffer)
      return Reply(
        status: response.status.code, headers: response.headers,
        bytes: Array(response.body.readableBytesView))
    }
  }

  func graph(
    _ method: HTTPRequest.Method = .get, _ path: String, as speaker: Speaker = .administrator,
    body: Document? = nil, headers: HTTPFields = [:], raw: [UInt8]? = nil
  ) async throws -> Reply {
    let path = path.hasPrefix("http") ? path : "/v1.0" + path
    return try await send(method, path, as: speaker, body: body, headers: headers, raw: raw)
  }

  /// All rows of a collection, by following its next links to the end.
  func walk(_ path: String, as speaker: Speaker = .administrator) async throws -> [Document] {
    var rows: [Document] = []
    var next: String? = path
    while let address = next {
      let reply = try await graph(.get, address, as: speaker)
      guard reply.status == 200 else { throw Unexpected(reply: reply) }
      rows += reply.values
      next = reply.document["@odata.nextLink"]?.string
    }
    return rows
  }

  private static func relative(_ address: String) -> String {
    let path = address.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
    return String(path)
  }

  func token(for speaker: Speaker) async throws -> String? {
    switch speaker {
    case .nobody: nil
    case .token(let token): token
    case .administrator:
      try await sign(person: tenant.profile.administrator, scopes: Self.allScopes)
    case .person(let name, let scopes): try await sign(person: name, scopes: scopes)
    case .app(let roles):
      try await sign(
        claims(subject: "11111111-2222-4333-8444-555555555555") { claims in
          claims.idtyp = "app"
          claims.roles = roles
        })
    }
  }

  private func sign(person name: String, scopes: [String]) async throws -> String {
    let found = try await tenant.read { db in try Person.find(db, name) }
    let person = try #require(found, "there is no \(name)")
    return try await sign(
      claims(subject: person.id) { claims in
        claims.upn = person.upn
        claims.scp = scopes.joined(separator: " ")
        claims.wids = person.isAdministrator ? [AccessClaims.administratorRole] : nil
      })
  }

  func sign(_ claims: AccessClaims) async throws -> String {
    try await TokenIssuer(tenant: tenant, origin: "http://localhost").sign(claims)
  }

  func claims(
    subject: String, expiresIn lifetime: Int = 3600, _ change: (inout AccessClaims) -> Void
  ) -> AccessClaims {
    let now = tenant.now.seconds
    var claims = AccessClaims(
      iss: "https://sts.windows.net/\(tenant.profile.id)/", iat: now, nbf: now,
      exp: now + lifetime, appid: tenant.profile.clientID, appDisplayName: "test", appidacr: "0",
      idtyp: "user", oid: subject, sub: subject, tid: tenant.profile.id, uti: "test")
    change(&claims)
    return claims
  }
}

/// An answer that a test did not count on.
struct Unexpected: Error {
  let reply: Reply
}

/// What a test gets back.
struct Reply: Sendable, CustomStringConvertible {
  let status: Int
  let headers: HTTPFields
  let bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// The text without what says when a feed was followed, or until when a file can be read.
  var textWithoutTokens: String {
    text.replacing(/\$deltatoken=[^"]*/, with: "").replacing(/\?tempauth=[^"]*/, with: "")
  }
  var document: Document { (try? DocumentParser.parse(bytes)) ?? .null }
  var values: [Document] { document["value"]?.array ?? [] }
  var code: String? { document["error"]?["code"]?.string }
  var message: String? { document["error"]?["message"]?.string }
  var description: String { "\(status) \(text.prefix(600))" }
}
