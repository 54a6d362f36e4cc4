package import CommandKit

import Foundation
import HTTPTypes
import Identity
import Simulator
import Testing
import Transport

extension SimulatedTenant {
  /// A session whose tenant this is, with nobody signed in.
  package func session(
    questioner: ScriptedQuestioner = ScriptedQuestioner(), home: TemporaryHome? = nil,
    _ change: (inout TestSession.Surroundings) -> Void = { _ in }
  ) throws -> TestSession {
    try TestSession(transport: transport, questioner: questioner, home: home) { surroundings in
      surroundings.environment = [
        "TEAMSH_GRAPH_URL": address.graph, "TEAMSH_LOGIN_URL": address.login,
        "TEAMSH_TENANT": address.tenantID, "TEAMSH_CLIENT_ID": address.clientID,
      ]
      change(&surroundings)
    }
  }

  /// A home whose profile names the app and the bot of this tenant, each with its secret, and further keys.
  package func botHome(_ further: [String] = []) throws -> TemporaryHome {
    let home = try TemporaryHome()
    let secret = try home.write(address.botSecret, to: "bot-secret")
    try home.writeProfile(
      secret: address.clientSecret,
      [
        "bot-id: \(address.botID)", "bot-secret-file: \(secret)",
        "connector-url: \(address.bot)",
      ] + further)
    return home
  }

  /// Signs a person in by device code, which that person approves on the tenant's own page.
  ///
  /// Without scopes all are asked for that any command needs; without an account it is the administrator.
  @discardableResult
  package func signIn(
    _ session: TestSession, scopes: [String]? = nil, as account: String? = nil
  ) async throws -> SignedIn {
    let catalog = session.workspace.catalog
    let asked =
      scopes ?? catalog.entries.flatMap { $0.type.permissions.person } + catalog.firstScopes
    return try await SignIn(workspace: session.workspace).deviceCode(
      SignIn.Wishes(scopes: asked)
    ) {
      try await approve($0.userCode, as: account)
    }
  }

  /// Enters a device code on the tenant's page and accepts, as a person with a browser would.
  package func approve(_ code: String, as account: String? = nil) async throws {
    let account = account ?? address.administrator
    try await post(["user_code": code, "account": account])
    try await post(["user_code": code, "account": account, "decision": "approve"])
  }

  private func post(_ fields: [String: String]) async throws {
    var form = URLComponents()
    form.queryItems = fields.map { URLQueryItem(name: $0.key, value: $0.value) }
    let answer = try await transport.send(
      TransportRequest(
        .post, url: "\(address.login)/devicelogin",
        fields: [.contentType: "application/x-www-form-urlencoded"],
        body: Array((form.percentEncodedQuery ?? "").utf8)))
    guard answer.head.status == .ok else {
      throw CodeRefused(page: String(decoding: answer.body, as: UTF8.self))
    }
  }

  /// The page did not take what was entered.
  package struct CodeRefused: Error {
    package let page: String
  }

  /// Signs the app in by its secret.
  @discardableResult
  package func signInApp(_ session: TestSession) async throws -> SignedIn {
    try await SignIn(workspace: session.workspace).app(
      .secret(Secret(address.clientSecret)))
  }
}
