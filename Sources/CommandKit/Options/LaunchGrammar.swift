package import ArgumentParser
import Graph
import Output

/// What stands behind `teamsh` on the system's command line, declared for the parser.
///
/// Declared here and not beside the program's start, so that completion and manual read it too.
package struct LaunchGrammar: ParsableCommand {
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
  var profile: String?

  @Option(name: [.short, .long], help: ArgumentHelp("Show replies so.", valueName: "format"))
  var output: OutputFormat?

  @Option(help: ArgumentHelp("Use only this identity.", valueName: "identity"))
  var `as`: IdentityKind?

  @Flag(help: "Refuse every command that writes.")
  var readOnly = false

  @Flag(help: "Refuse programs, files to write, and files elsewhere.")
  var restricted = false

  @Option(help: ArgumentHelp("Keep under Graph's published limits, or not.", valueName: "pace"))
  var pace: PaceMode?

  @Flag(help: "Do not read the rc file.")
  var noRc = false

  @Flag(help: "Show each request on standard error.")
  var trace = false

  @Flag(help: "Go on behind failed statements, and end with code 9.")
  var keepGoing = false

  @Flag(name: [.customShort("n"), .long], help: "Check lines or a file, and run nothing.")
  var noExecute = false

  @Option(name: .customShort("c"), help: ArgumentHelp("Run this line.", valueName: "line"))
  var lines: [String] = []

  @Option(name: .customShort("f"), help: ArgumentHelp("Run this file.", valueName: "file"))
  var file: String?

  @Argument(parsing: .captureForPassthrough, help: .hidden)
  var rest: [String] = []

  package init() {}

  /// Answers `--help` and `--version`, and refuses options that are none: the capture of all further
  /// words takes these from the parser.
  package func validate() throws {
    switch rest.first {
    case "--help", "-h": throw CleanExit.helpRequest(self)
    case "--version": throw CleanExit.message(Self.version)
    case let word? where word.hasPrefix("-") && word.contains { $0 != "-" }:
      throw ValidationError("Unknown option '\(word)'.")
    default: break
    }
  }
}
