import CommandKit
import Documents
import Foundation
import Records

extension IntegrationCommand {
  static let authTest = IntegrationCommand(
    "microsoft-teams-auth-test", "Tell whether a person is signed in.", effect: .reads,
    equivalent: "whoami", example: "microsoft-teams-auth-test"
  ) { call in
    _ = try await call.graphIdentity(as: .person)
    return IntegrationAnswer("✅ Success!")
  }

  static let authReset = IntegrationCommand(
    "microsoft-teams-auth-reset", "Forget who is signed in.", effect: .reads,
    equivalent: "logout", example: "microsoft-teams-auth-reset"
  ) { call in
    do {
      _ = try await call.teamsh(["logout"])
    } catch let error as CommandError where error.code == .notSignedIn {
      // There is nothing to forget.
    }
    return IntegrationAnswer("Authorization was reset successfully.")
  }

  static let tokenPermissionsList = IntegrationCommand(
    "microsoft-teams-token-permissions-list", "List what the sign-in may do.", effect: .reads,
    equivalent: "whoami --columns permissions", example: "microsoft-teams-token-permissions-list"
  ) { call in
    let identity = try await call.graphIdentity()
    let names = (identity["permissions"]?.array ?? []).compactMap(\.string).sorted()
    guard !names.isEmpty else {
      return IntegrationAnswer("No permissions obtained for the used graph access token.")
    }
    let isApp = identity["kind"]?.string == IdentityKind.app.rawValue
    let table = MarkdownTable(
      "The current API permissions in the Teams application are: (\(names.count))\n"
        + "Authorization type is: \(isApp ? "Client Credentials" : "Authorization Code")",
      rows: names.map { ["Permission": .string($0)] })
    return IntegrationAnswer(table.text, table: table.table, references: names)
  }

  static let generateLoginURL = IntegrationCommand(
    "microsoft-teams-generate-login-url", "Make the address of a sign-in.", effect: .reads,
    equivalent: "login --browser", example: "microsoft-teams-generate-login-url"
  ) { call in
    let configuration = call.workspace.configuration
    guard let tenant = configuration.tenant else {
      throw call.fault(
        .refused(
          "Tenant ID is missing, please make sure that the messaging endpoint is configured "
            + "correctly, and the bot is added to a team."))
    }
    guard let client = configuration.botID ?? configuration.clientID else {
      throw CommandError(.clientIDMissing)
    }
    let redirect = configuration.profile.redirectURI ?? "http://localhost"
    var address = URLComponents(
      url: configuration.loginRoot.appending(path: "\(tenant)/oauth2/v2.0/authorize"),
      resolvingAgainstBaseURL: false)
    address?.percentEncodedQueryItems = [
      ("response_type", "code"), ("scope", "offline_access https://graph.microsoft.com/.default"),
      ("client_id", client), ("redirect_uri", redirect),
    ].map {
      URLQueryItem(name: $0, value: $1.addingPercentEncoding(withAllowedCharacters: .queryValue))
    }
    let url = address?.string ?? ""
    return IntegrationAnswer(
      """
      ### Authorization instructions
      1. Click on the [login URL](\(url)) to sign in and grant permissions.
      2. You will be redirected to \(redirect)\(redirect.contains("?") ? "&" : "?")code=AUTH_CODE&session_state=SESSION_STATE. Copy the \
      `AUTH_CODE` (without the `code=` prefix, and without `session_state`).
      3. In teamsh the same is done by: login --browser --paste
      """, references: [url])
  }

  static let integrationHealth = IntegrationCommand(
    "microsoft-teams-integration-health", "Tell whether the services can be used.",
    effect: .reads, equivalent: "doctor", example: "microsoft-teams-integration-health"
  ) { call in
    var graph = "Operational"
    do {
      _ = try await call.graphIdentity()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      graph = "Non operational - \(Failure(error).what)"
    }
    var bot = "Operational"
    do {
      try await call.checkBot()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      bot = "Non operational - \(Failure(error).what)"
    }
    let table = MarkdownTable(
      "Microsoft API Health", headers: ["Bot Framework API Health", "Graph API Health"],
      rows: [
        [
          "Bot Framework API Health": .string(bot),
          "Graph API Health": .string(graph),
        ]
      ])
    let mirrors = try call.workspace.knownIncidents()?.mirrors() ?? []
    let channels = MarkdownTable(
      "Microsoft Teams Mirrored Channels",
      rows: mirrors.map {
        [
          "Channel": .string($0.channelName), "Investigation ID": .string("\($0.incident)"),
          "Team": .string($0.teamName),
        ]
      })
    return IntegrationAnswer(
      table.text + (mirrors.isEmpty ? "No mirrored channels." : channels.text), table: table.table)
  }
}

extension IntegrationCall {
  /// The identity that requests to Graph are sent by, with a token that is valid now.
  fileprivate func graphIdentity(as kind: IdentityKind? = nil) async throws -> JSON {
    let kind = kind ?? identity
    let held = try await teamsh(["whoami"], as: kind).documents
    guard
      let identity = held.first(where: { kind == nil || $0["kind"]?.string == kind?.rawValue })
    else {
      throw CommandError(
        .identityMissing(
          needed: [kind?.rawValue ?? ""], held: held.compactMap { $0["kind"]?.string },
          command: arguments.command))
    }
    return identity
  }
}

extension CharacterSet {
  /// What a value of a query may hold as it is.
  fileprivate static let queryValue = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/")
}
