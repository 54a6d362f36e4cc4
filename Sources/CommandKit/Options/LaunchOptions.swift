import ArgumentParser

/// What a start of teamsh is asked for.
package struct LaunchOptions: Sendable, Hashable {
  /// The first word that starts a tenant of this machine's own; no command, since it is over before any.
  package static let demoWord = "demo"

  /// The options that outrank environment and profile.
  package var configuration = Configuration.Options()
  package var noRc = false
  package var trace = false
  package var keepGoing = false
  /// Whether lines or a file are checked and not run.
  package var noExecute = false
  /// The lines of `-c`.
  package var lines: [String] = []
  package var file: String?
  /// The words from the first one that is no option.
  package var rest: [String] = []

  /// Reads the words behind the program's name.
  ///
  /// - Throws: What ``LaunchGrammar`` makes into text and an exit code, also for `--help`.
  package init(_ words: [String]) throws {
    if words == ["--version"] { throw CleanExit.message(LaunchGrammar.version) }
    self = try Self(simple: words) ?? Self(parsing: words)
  }

  /// Reads the words as ``LaunchGrammar`` declares them.
  package init(parsing words: [String]) throws {
    let parsed = try LaunchGrammar.parse(words)
    configuration.profile = parsed.profile
    configuration.output = parsed.output
    configuration.identity = parsed.as
    configuration.isReadOnly = parsed.readOnly
    configuration.isRestricted = parsed.restricted
    configuration.pace = parsed.pace
    noRc = parsed.noRc
    trace = parsed.trace
    keepGoing = parsed.keepGoing
    noExecute = parsed.noExecute
    lines = parsed.lines
    file = parsed.file
    rest = parsed.rest
  }

  /// Reads words among which `-c` is the only option: what scripts start by the thousand, and the
  /// parser would take a third of such a start's time.
  private init?(simple words: [String]) {
    var words = words[...]
    while words.first == "-c", let line = words.dropFirst().first, !line.hasPrefix("-") {
      lines.append(line)
      words = words.dropFirst(2)
    }
    guard words.first?.hasPrefix("-") != true else { return nil }
    rest = Array(words)
  }
}
