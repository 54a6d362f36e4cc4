import CommandKit
import Identity
import Records

extension Checkup {
  /// What the bot proves itself by, and how long its token is good for; nothing where no bot is set.
  static func bot(_ session: Session) async -> [Finding] {
    let check = IdentityKind.bot.rawValue
    let workspace = session.workspace
    let configuration = workspace.configuration
    guard let id = configuration.botID else {
      guard workspace.identities[.bot] != nil else { return [] }
      return [.failure(check, CommandError(.botMissing(.id)))]
    }
    do {
      let isHeld = workspace.identities[.bot] != nil
      guard try isHeld || configuration.botCredential() != nil else {
        return [
          .warning(
            check, "The bot \(id) has no secret or certificate, and cannot speak.",
            cure: "Set bot-secret-file of the profile, or type: login --bot --secret - < FILE")
        ]
      }
      let identity = try await session.asBot().identity()
      let token = try await identity.tokens.accessToken()
      return [TokenReading(identity, expiresAt: token.expiresAt, now: workspace.now()).finding]
    } catch {
      return [.failure(check, error, cure: "Type: login --bot")]
    }
  }

  /// The connector, the endpoint of this machine, and the way to it from outside; nothing where no bot is set.
  static func botReach(_ session: Session) async -> [Finding] {
    let workspace = session.workspace
    guard workspace.configuration.botID != nil else { return [] }
    async let connector = ServerProbe.connector(workspace)
    async let endpoint = endpoint(workspace)
    return [await connectorFinding(connector)] + (await endpoint)
  }

  private static func connectorFinding(_ probe: ServerProbe?) -> Finding {
    probe?.connectorFinding
      ?? .warning(
        "connector", "It was not asked: in this cloud only activities tell its address.",
        cure: "Set connector-url of the profile, or start the endpoint: bot listen")
  }

  private static func endpoint(_ workspace: Workspace) async -> [Finding] {
    let check = "endpoint"
    let files = workspace.configuration.files
    let report: EndpointReport?
    do {
      report = try EndpointReport(files)
    } catch {
      return [.failure(check, error)]
    }
    guard let report else {
      return [.ok(check, "None was ever started here; it is for what people say to the bot.")]
    }
    guard EndpointLock.isTaken(in: files.data) else {
      return [.warning(check, "It is not running.", cure: "Type: bot listen")]
    }
    let probe = await ServerProbe.endpoint(report.status.url, workspace)
    let found: Finding =
      probe.status == 200
      ? .ok(check, "It answers on \(report.status.url).")
      : .failure(
        check, probe.failure?.what ?? "\(probe.host) answered with status \(probe.status).",
        cure: "Its log: \(files.endpointLogFile)")
    return [found, await address(workspace)]
  }

  /// The way that activities come.
  private static func address(_ workspace: Workspace) async -> Finding {
    let check = "messaging address"
    guard let text = workspace.configuration.profile.botAddress else {
      return .warning(
        check, "It is not known, so whether Teams finds the endpoint cannot be told.",
        cure: "Set bot-address of the profile. See: help bot endpoint")
    }
    do throws(EndpointFault) {
      let address = try PublicAddress(text)
      let finding = address.finding(await ServerProbe.endpoint(address.root, workspace))
      return finding.answers
        ? .ok(check, "\(address.messages): \(finding.words)")
        : .failure(check, finding.words, cure: "Look at the proxy in front of the endpoint.")
    } catch {
      return .failure(check, error)
    }
  }
}
