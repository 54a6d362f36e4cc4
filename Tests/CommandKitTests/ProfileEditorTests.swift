import Foundation
import Identity
import TestSupport
import Testing

@testable import CommandKit

/// Changes to `config.yaml` that leave alone what somebody wrote.
struct ProfileEditorTests {
  private static let written = """
    # Our tenants.
    default: work   # the real one
    profiles:
      # Contoso itself.
      work:
        tenant: contoso.com
        client-id: one   # from Dana

      test: {tenant: test.example}
      # The end.
    colour: red
    """

  private func edited(
    _ text: String?, _ change: (inout ProfileEditor) throws -> Void
  ) throws -> String {
    let home = try TemporaryHome()
    if let text { try home.write(text, to: "config.yaml", mode: 0o644) }
    var editor = try ProfileEditor(path: home.file("config.yaml"))
    try change(&editor)
    try editor.save()
    let attributes = try FileManager.default.attributesOfItem(atPath: home.file("config.yaml"))
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["config.yaml"])
    return try String(contentsOfFile: home.file("config.yaml"), encoding: .utf8)
  }

  @Test func `every key that a profile can have is among its entries`() throws {
    let keys = """
      tenant: contoso.com
      client-id: one
      cloud: china
      account: dana@contoso.com
      scopes: User.Read Team.ReadBasic.All
      further-scopes: Channel.Create
      secret-file: ~/secret
      certificate: ~/key.pem
      marker: PROD
      team: Contoso IT
      cache-people: 7
      pace: "off"
      graph-url: https://graph.example
      login-url: https://login.example
      """
    let lines = keys.split(separator: "\n")
    let file = try ProfileFile(
      yaml: "profiles:\n  all:\n" + lines.map { "    \($0)\n" }.joined())
    #expect(file.warnings.isEmpty)
    let profile = try #require(file.profiles["all"])
    #expect(profile.entries.map(\.key) == lines.map { String($0.prefix { $0 != ":" }) })
  }

  private var profile: Profile {
    var profile = Profile()
    profile.tenant = "fabrikam.com"
    profile.clientID = "00000000-aaaa"
    profile.scopes = ["User.Read", "Team.ReadBasic.All"]
    profile.certificate = "~/key.pem"
    profile.marker = "yes: #1"
    return profile
  }

  @Test func `a profile is added behind the others, and every comment stays`() throws {
    let text = try edited(Self.written) { try $0.add(profile, named: "new one") }
    let added = """
        "new one":
          tenant: fabrikam.com
          client-id: "00000000-aaaa"
          scopes: "User.Read Team.ReadBasic.All"
          certificate: ~/key.pem
          marker: "yes: #1"

      """
    let place = "  test: {tenant: test.example}\n"
    #expect(text == (Self.written + "\n").replacing(place, with: place + added))
    #expect(try ProfileFile(yaml: text).profiles["new one"] == profile)
  }

  @Test func `another default leaves the comment behind it`() throws {
    let text = try edited(Self.written) { try $0.setDefault("test") }
    #expect(
      text
        == (Self.written + "\n").replacing(
          "default: work   # the real one", with: "default: test # the real one"))
  }

  @Test func `what is asked for besides stands in its profile alone, and goes again`() throws {
    let scopes = ["Channel.Create", "Chat.Read"]
    let text = try edited(Self.written) { try $0.keep(furtherScopes: scopes, in: "work") }
    let last = "    client-id: one   # from Dana\n"
    let added = "    further-scopes: \"Channel.Create Chat.Read\"\n"
    #expect(text == (Self.written + "\n").replacing(last, with: last + added))
    #expect(try ProfileFile(yaml: text).profiles["work"]?.furtherScopes == scopes)
    let less = try edited(text) { try $0.keep(furtherScopes: ["Chat.Read"], in: "work") }
    #expect(less == text.replacing("\"Channel.Create Chat.Read\"", with: "Chat.Read"))
    #expect(
      try edited(less) { try $0.keep(furtherScopes: [], in: "work") } == Self.written + "\n")
  }

  @Test func `a profile without a key gets its first one`() throws {
    let text = try edited("profiles:\n  a: {}\n  b: {}\n") {
      try $0.keep(furtherScopes: ["Chat.Read"], in: "a")
    }
    #expect(text == "profiles:\n  a:\n    further-scopes: Chat.Read\n  b: {}\n")
    let empty = try edited(text) { try $0.keep(furtherScopes: [], in: "a") }
    #expect(try ProfileFile(yaml: empty).profiles == ["a": Profile(), "b": Profile()])
  }

  @Test func `a profile on one line is left alone`() throws {
    let home = try TemporaryHome()
    try home.write(Self.written, to: "config.yaml")
    var editor = try ProfileEditor(path: home.file("config.yaml"))
    let failure = #expect(throws: ConfigurationError.self) {
      try editor.keep(furtherScopes: ["Chat.Read"], in: "test")
    }
    #expect(failure?.code == .notEditable)
  }

  @Test func `a profile goes with its own lines, and as the default too`() throws {
    let text = try edited(Self.written) { try $0.remove("work") }
    #expect(
      text == """
        # Our tenants.
        profiles:
          # Contoso itself.

          test: {tenant: test.example}
          # The end.
        colour: red

        """)
    #expect(try edited(text) { try $0.remove("test") }.contains("profiles:\n  # Contoso itself.\n"))
  }

  @Test func `a first profile makes the file`() throws {
    let text = try edited(nil) { editor in
      try editor.add(profile, named: "a")
      try editor.setDefault("a")
      try editor.add(Profile(), named: "b")
    }
    #expect(text.hasPrefix("default: a\nprofiles:\n  a:\n    tenant: fabrikam.com\n"))
    #expect(text.hasSuffix("  b: {}\n"))
    #expect(try ProfileFile(yaml: text).profiles.keys.sorted() == ["a", "b"])
  }

  @Test(arguments: [
    "profiles: {work: {tenant: contoso.com}}\n",
    "{profiles: {work: {tenant: contoso.com}}}\n",
    "\"profiles\":\n  ? work\n  : {tenant: contoso.com}\n",
  ])
  func `a file that is written otherwise is left alone`(text: String) throws {
    let home = try TemporaryHome()
    try home.write(text, to: "config.yaml")
    var editor = try ProfileEditor(path: home.file("config.yaml"))
    let failure = #expect(throws: ConfigurationError.self) { try editor.remove("work") }
    #expect(failure?.code == .notEditable)
    #expect(try String(contentsOfFile: home.file("config.yaml"), encoding: .utf8) == text)
  }

  @Test func `a name that is taken is not given twice`() throws {
    let failure = #expect(throws: ConfigurationError.self) {
      try edited(Self.written) { try $0.add(Profile(), named: "work") }
    }
    #expect(failure?.code == .profileExists("work"))
  }
}
