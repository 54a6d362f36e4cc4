import CommandKit
import Subprocess
import SystemPackage

/// Starts the browser that this machine's user has chosen.
struct SystemBrowser: Browser {
  /// The program and its own arguments.
  private let command: [String]
  private let environment: [String: String]
  private let isRestricted: Bool

  /// Takes the first of `BROWSER`, or else the desktop's choice; nothing of this shell's own settings is
  /// handed on.
  ///
  /// In a restricted session none is started.
  init(environment: [String: String], isRestricted: Bool) {
    self.isRestricted = isRestricted
    let chosen = environment["BROWSER"]?.split(separator: ":").first?.split(separator: " ")
    command = chosen.map { $0.map(String.init) } ?? ["xdg-open"]
    self.environment = environment.filter { !$0.key.hasPrefix("TEAMSH_") }
  }

  /// The system's shell starts the program and ends at once, so that a browser which stays in the
  /// foreground holds nobody up, is not ended with a sign-in that is given up, and writes on no prompt.
  func open(_ address: String) async throws(BrowserError) {
    guard !isRestricted else {
      throw BrowserError(reason: "a restricted session starts no programs")
    }
    let script = #"command -v "$1" >/dev/null || exit 127; "$@" </dev/null >/dev/null 2>&1 &"#
    let words =
      command.contains("%s") ? command.map { $0 == "%s" ? address : $0 } : command + [address]
    var options = PlatformOptions()
    options.createSession = true
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment {
      if let key = Environment.Key(rawValue: name) { variables[key] = value }
    }
    do {
      let result = try await Subprocess.run(
        .path("/bin/sh"), arguments: Arguments(["-c", script, "sh"] + words),
        environment: .custom(variables),
        platformOptions: options, output: .discarded, error: .discarded)
      guard result.terminationStatus.isSuccess else {
        throw BrowserError(reason: "\(command[0]) is not installed")
      }
    } catch let error as BrowserError {
      throw error
    } catch {
      throw BrowserError(reason: "/bin/sh could not be started")
    }
  }
}
