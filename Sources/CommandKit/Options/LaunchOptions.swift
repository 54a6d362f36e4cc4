package import ArgumentParser
import Graph
package import Output

/// What stands behind `teamsh` on the system's command line.
///
/// Declared here and not beside the program's start, so that completion and manual read it too.
package struct LaunchOptions: ParsableCommand {
  /// The first word that starts a tenant of this machine's own; no command, since it is over before any.
  package static let demoWord = "demo"

  package static let version = ProductVersion.current
  package static let abstract = "A shell for Microsoft Teams."

  /// The ways to start it, one a line.
  package static let synopsis = """
    teamsh [<options>]
    teamsh [<options>] -c <line> ...
    teamsh [<options>] <file> [<argument> ...]
    teamsh [<options>] <noun> <verb> ...
    teamsh [<options>] demo [<tenant options>]
    """

  // Being part of something spares each start two parses for options that write completion scripts.
  package static let configuration = CommandConfiguration(
    commandName: "teamsh", _superCommandName: "", abstract: abstract, usage: synopsis,
    discussion: "Type help at its prompt for all commands, or: teamsh help", version: version)

  @Option(help: ArgumentHelp("The profile of config.yaml.", valueName: "name"))
  package var profile: String?

  @Option(name: [.short, .long], help: ArgumentHelp("Show replies so.", valueName: "format"))
  package var output: OutputFormat?

  @Option(help: ArgumentHelp("Use only this identity.", valueName: "identity"))
  package var `as`: IdentityKind?

  @Flag(help: "Refuse every command that writes.")
  package var readOnly = false

  @Flag(help: "Do not read the rc file.")
  package var noRc = false

  @Flag(help: "Show each request on standard error.")
  package var trace = false

  @Flag(help: "Go on behind failed statements, and end with code 9.")
  package var keepGoing = false

  @Option(name: .customShort("c"), help: ArgumentHelp("Run this line.", valueName: "line"))
  package var lines: [String] = []

  @Option(name: .customShort("f"), help: ArgumentHelp("Run this file.", valueName: "file"))
  package var file: String?

  @Argument(parsing: .captureForPassthrough, help: .hidden)
  package var rest: [String] = []

  package init() {}

  /// Answers `--help` and `--version`, which the capture of all further words takes from the parser.
  package func validate() throws {
    switch rest.first {
    case "--help", "-h": throw CleanExit.helpRequest(self)
    case "--version": throw CleanExit.message(Self.version)
    default: break
    }
  }

  /// The options that outrank environment and profile.
  package var configuration: Configuration.Options {
    var options = Configuration.Options()
    options.profile = profile
    options.output = output
    options.identity = `as`
    options.isReadOnly = readOnly
    return options
  }
}
