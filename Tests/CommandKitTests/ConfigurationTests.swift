import Foundation
import Identity
import Output
import TestSupport
import Testing

@testable import CommandKit

struct ConfigurationTests {
  func configuration(
    _ yaml: String?, _ environment: [String: String] = [:],
    _ change: (inout Configuration.Options) -> Void = { _ in }
  ) throws -> Configuration {
    let home = try TemporaryHome()
    if let yaml { try home.write(yaml, to: "config.yaml") }
    var options = Configuration.Options()
    change(&options)
    return try Configuration(
      options: options, environment: environment.merging(["TEAMSH_HOME": home.path]) { $1 })
  }

  private static let yaml = """
    default: work
    profiles:
      work:
        tenant: contoso.com
        client-id: one
        team: Contoso IT
        colour: red
      test:
        tenant: test.example
        graph-url: https://graph.example/
    """

  @Test func `an option outranks the environment, and that the profile, and that the default`()
    throws
  {
    #expect(try configuration(nil).graphRoot.absoluteString == "https://graph.microsoft.com")
    #expect(try configuration(nil).tenant == nil)
    #expect(try configuration(Self.yaml).tenant == "contoso.com")
    #expect(try configuration(Self.yaml, ["TEAMSH_TENANT": "other"]).tenant == "other")
    let named = try configuration(Self.yaml, ["TEAMSH_PROFILE": "work"]) { $0.profile = "test" }
    #expect(named.tenant == "test.example")
    #expect(named.graphRoot.absoluteString == "https://graph.example")
    #expect(try configuration(Self.yaml, ["TEAMSH_TENANT": ""]).tenant == "contoso.com")
  }

  @Test func `requests keep to the published limits unless somebody says otherwise`() throws {
    #expect(try configuration(nil).pace == .published)
    let yaml = "default: a\nprofiles:\n  a:\n    pace: off\n"
    #expect(try configuration(yaml).pace == .off)
    #expect(try configuration(yaml, ["TEAMSH_PACE": "published"]).pace == .published)
    #expect(try configuration(yaml, ["TEAMSH_PACE": ""]).pace == .off)
    #expect(try configuration(nil, ["TEAMSH_PACE": "published"]) { $0.pace = .off }.pace == .off)
    let odd = try configuration("default: a\nprofiles:\n  a:\n    pace: fast\n")
    #expect(odd.pace == .published)
    #expect(odd.warnings == [.init(line: 4, problem: .wrongValue(key: "pace"))])
    let error = #expect(throws: ConfigurationError.self) {
      try configuration(nil, ["TEAMSH_PACE": "fast"])
    }
    #expect(error?.code == .invalidPace("fast"))
  }

  @Test func `an unknown key is told with its line, and stops nothing`() throws {
    let configuration = try configuration(Self.yaml)
    #expect(configuration.warnings == [.init(line: 7, problem: .unknownKey("colour"))])
    #expect(
      Failure.sentence(configuration.warnings[0], path: "config.yaml")
        == "config.yaml:7: the key \u{201C}colour\u{201D} is not known.")
    #expect(configuration.profile.team == "Contoso IT")
  }

  @Test func `a profile that is not there, and a file that is no YAML, are refused`() throws {
    #expect(throws: ConfigurationError.self) { try configuration(Self.yaml) { $0.profile = "x" } }
    #expect(throws: ConfigurationError.self) { try configuration("a: [") }
    #expect(throws: ConfigurationError.self) { try configuration("- a\n- b") }
    #expect(throws: ConfigurationError.self) {
      try configuration(nil, ["TEAMSH_GRAPH_URL": "graph"])
    }
  }

  @Test func `a secret that others can read is not used`() throws {
    let home = try TemporaryHome()
    let path = try home.write("hush\n", to: "secret", mode: 0o644)
    var configuration = try configuration(nil)
    configuration.profile.secretFile = path
    let failure = #expect(throws: ConfigurationError.self) {
      try configuration.clientCredential()
    }
    #expect(failure?.code == .secretFileExposed)
    try FileManager.default.setAttributes(
      [.posixPermissions: NSNumber(value: 0o600)], ofItemAtPath: path)
    guard case .secret(let secret) = try configuration.clientCredential() else {
      Issue.record("The profile's app has no secret.")
      return
    }
    #expect(secret.reveal() == "hush")
  }

  @Test func `files follow XDG, and one variable moves them all`() {
    let xdg = FileLocations(environment: [
      "HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_CACHE_HOME": "no",
    ])
    #expect(xdg.configFile == "/h/.config/teamsh/config.yaml")
    #expect(xdg.journalFile == "/d/teamsh/journal.ndjson")
    #expect(xdg.cache == "/h/.cache/teamsh")
    let home = FileLocations(environment: ["HOME": "/h", "TEAMSH_HOME": "/t"])
    #expect([home.config, home.data, home.cache] == ["/t", "/t", "/t"])
  }

  @Test func `a setting takes the values of its list`() throws {
    var settings = Settings()
    try settings.set("output", to: "csv")
    #expect(settings.output == .csv)
    try settings.set("output", to: "auto")
    #expect(settings.output == nil)
    #expect(throws: CommandError.self) { try settings.set("output", to: "xml") }
    #expect(throws: CommandError.self) { try settings.set("colour", to: "red") }
    for key in Settings.keys where !key.values.isEmpty {
      #expect(key.values.contains(key.read(Settings())))
    }
  }
}

extension ConfigurationTests {
  @Test(arguments: [
    ("global", "https://login.microsoftonline.com", "https://graph.microsoft.com"),
    ("usgov", "https://login.microsoftonline.us", "https://graph.microsoft.us"),
    ("usgov-dod", "https://login.microsoftonline.us", "https://dod-graph.microsoft.us"),
    (
      "china", "https://login.partner.microsoftonline.cn",
      "https://microsoftgraph.chinacloudapi.cn"
    ),
  ])
  func `a cloud brings its addresses, and a profile's own outrank them`(
    cloud: String, login: String, graph: String
  ) throws {
    let yaml = "default: a\nprofiles:\n  a:\n    cloud: \(cloud)\n"
    #expect(try configuration(yaml).loginRoot.absoluteString == login)
    #expect(try configuration(yaml).graphRoot.absoluteString == graph)
    let own = try configuration(yaml + "    graph-url: https://graph.example\n")
    #expect(own.graphRoot.absoluteString == "https://graph.example")
    #expect(own.loginRoot.absoluteString == login)
  }

  @Test func `a cloud that nobody knows, and a custom one without addresses, are refused`() throws {
    let yaml = "default: a\nprofiles:\n  a:\n    cloud: custom\n    graph-url: https://g.example\n"
    let incomplete = #expect(throws: ConfigurationError.self) { try configuration(yaml) }
    #expect(incomplete?.code == .addressMissing)
    let whole = try configuration(yaml, ["TEAMSH_LOGIN_URL": "https://l.example"])
    #expect(whole.loginRoot.absoluteString == "https://l.example")
    let unknown = #expect(throws: ConfigurationError.self) {
      try configuration(yaml.replacing("custom", with: "mars"))
    }
    #expect(unknown?.code == .unknownCloud("mars"))
  }
}
