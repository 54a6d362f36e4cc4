import Foundation

/// A login service and a Graph that give out secrets which are easily recognised, and a browser for them.
final class LoginService {
  /// Every secret that is given out, or comes with a request.
  static let secrets = [
    "canary-code-5f0c", "canary-refresh-5f0c", "canary-device-5f0c", "canary-signature-5f0c",
  ]

  private static let token: String = {
    let claims = """
      {"tid":"t","oid":"o","upn":"megan@contoso.com","idtyp":"user","scp":"User.Read Team.ReadBasic.All"}
      """
    let payload = Data(claims.utf8).base64EncodedString().replacingOccurrences(of: "=", with: "")
    return "e30.\(payload).canary-signature-5f0c"
  }()

  let server: ScriptedServer
  private let home: Home

  init(in home: Home) throws {
    self.home = home
    let token = Self.token
    server = try ScriptedServer { line in
      if line.contains("/devicecode") {
        return .reply(
          "200 OK", [],
          """
          {"user_code":"ABC","device_code":"canary-device-5f0c","expires_in":900,"interval":1,\
          "verification_uri":"http://127.0.0.1/devicelogin"}
          """)
      }
      if line.contains("/token") {
        return .reply(
          "200 OK", [],
          """
          {"expires_in":3600,"access_token":"\(token)","refresh_token":"canary-refresh-5f0c"}
          """)
      }
      return .reply("200 OK", [], "{\"value\":[]}")
    }
    try home.writeProgram(Self.browser, to: "browser")
  }

  /// What tells a shell where it is, and which browser to start.
  var environment: [String: String] {
    [
      "TEAMSH_GRAPH_URL": server.root, "TEAMSH_LOGIN_URL": server.root, "TEAMSH_TENANT": "contoso",
      "TEAMSH_CLIENT_ID": "client", "BROWSER": home.file("browser"),
    ].merging(home.environment) { $1 }
  }

  /// The forms that were posted for tokens.
  var tokenRequests: [String] { server.requests.filter { $0.contains("/token HTTP") } }

  /// A browser whose person is signed in already; it leaves behind what it was started with.
  private static let browser = #"""
    #!/bin/sh
    env > "$HOME/browser.environment"
    state=$(printf %s "$1" | sed 's/.*[?&]state=\([^&]*\).*/\1/')
    port=$(printf %s "$1" | sed 's/.*localhost%3A\([0-9]*\).*/\1/')
    curl -s "http://127.0.0.1:$port/?code=canary-code-5f0c&state=$state" > "$HOME/browser.page"
    """#
}
