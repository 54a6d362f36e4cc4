import Foundation
import Records
import Yams

extension ProfileFile {
  /// Reads `config.yaml`; a missing file is an empty one.
  package init(contentsOf path: String) throws(ConfigurationError) {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      self.init()
      return
    } catch {
      throw ConfigurationError(.unreadable(reason: SystemReason.of(error)), path: path)
    }
    try self.init(yaml: text, path: path)
  }

  /// Reads the text of a `config.yaml`.
  package init(yaml text: String, path: String = "config.yaml") throws(ConfigurationError) {
    self.init()
    let root: Node?
    do {
      // Without rules for tags: each is a regular expression, and all of a file are words and one number.
      root = try compose(yaml: text, .basic)
    } catch {
      throw ConfigurationError(Self.code(for: error), path: path)
    }
    guard let root else { return }
    guard let mapping = root.mapping else {
      throw ConfigurationError(
        .invalidYAML(line: root.mark?.line, reason: "a mapping is expected"), path: path)
    }
    for (key, value) in mapping {
      switch key.string {
      case "default":
        `default` = value.string
      case "profiles":
        for (name, body) in value.mapping ?? [:] {
          profiles[name.string ?? ""] = profile(from: body)
        }
      default:
        warn(key, .unknownKey(key.string ?? ""))
      }
    }
  }

  private mutating func profile(from body: Node) -> Profile {
    var profile = Profile()
    for (key, value) in body.mapping ?? [:] {
      let name = key.string ?? ""
      if name == "scopes" || name == "further-scopes" {
        let scopes = value.sequence?.compactMap(\.string) ?? words(value)
        if name == "scopes" { profile.scopes = scopes } else { profile.furtherScopes = scopes }
        continue
      }
      if name == "cache-people" {
        profile.cachePeople = value.int.flatMap { $0 >= 0 ? $0 : nil }
        if profile.cachePeople == nil { warn(value, .wrongValue(key: name)) }
        continue
      }
      if name == "bot-type" {
        profile.botType = value.string.flatMap(BotType.init)
        if profile.botType == nil { warn(value, .wrongValue(key: name)) }
        continue
      }
      if name == "bot-port" {
        profile.botPort = value.int.flatMap { (1...65_535).contains($0) ? $0 : nil }
        if profile.botPort == nil { warn(value, .wrongValue(key: name)) }
        continue
      }
      if name == "bot-users" {
        profile.conduct.users = value.sequence?.compactMap(\.string) ?? words(value)
        continue
      }
      if name == "unknown-senders" {
        profile.conduct.unknownSenders = value.string.flatMap(BotConduct.UnknownSenders.init)
        if profile.conduct.unknownSenders == nil { warn(value, .wrongValue(key: name)) }
        continue
      }
      if name == "notify-incidents" {
        profile.notifiesOfIncidents = value.string.flatMap(IntegrationArgument.boolean)
        if profile.notifiesOfIncidents == nil { warn(value, .wrongValue(key: name)) }
        continue
      }
      if name == "pace" {
        profile.pace = value.string.flatMap(PaceMode.init)
        if profile.pace == nil { warn(value, .wrongValue(key: name)) }
        continue
      }
      guard let field = Self.fields[name] else {
        warn(key, .unknownKey(name))
        continue
      }
      guard let text = value.string else {
        warn(value, .wrongValue(key: name))
        continue
      }
      field(&profile, text)
    }
    return profile
  }

  private static var fields: [String: (inout Profile, String) -> Void] {
    [
      "tenant": { $0.tenant = $1 },
      "client-id": { $0.clientID = $1 },
      "cloud": { $0.cloud = $1 },
      "account": { $0.account = $1 },
      "certificate": { $0.certificate = $1 },
      "secret-file": { $0.secretFile = $1 },
      "marker": { $0.marker = $1 },
      "team": { $0.team = $1 },
      "notifications-channel": { $0.notificationsChannel = $1 },
      "severity-threshold": { $0.severityThreshold = $1 },
      "bot-id": { $0.botID = $1 },
      "bot-secret-file": { $0.botSecretFile = $1 },
      "bot-certificate": { $0.botCertificate = $1 },
      "connector-url": { $0.connectorURL = $1 },
      "bot-address": { $0.botAddress = $1 },
      "incident-type": { $0.conduct.incidentType = $1 },
      "welcome-message": { $0.conduct.welcomeMessage = $1 },
      "incident-hook": { $0.conduct.incidentHook = $1 },
      "activity-hook": { $0.conduct.activityHook = $1 },
      "redirect-uri": { $0.redirectURI = $1 },
      "form-caption": { $0.formCaption = $1 },
      "graph-url": { $0.graphURL = $1 },
      "login-url": { $0.loginURL = $1 },
    ]
  }

  private func words(_ node: Node) -> [String] {
    (node.string ?? "").split(separator: " ").map(String.init)
  }

  private mutating func warn(_ node: Node, _ problem: Problem) {
    warnings.append(Warning(line: node.mark?.line ?? 1, problem: problem))
  }

  private static func code(for error: any Error) -> ConfigurationError.Code {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      .invalidYAML(line: mark.line, reason: problem)
    case .composer(_, let problem, let mark, _):
      .invalidYAML(line: mark.line, reason: problem)
    default:
      .invalidYAML(line: nil, reason: "not readable as YAML")
    }
  }
}
