import ArgumentParser
import CommandKit
import Output

/// What stands behind `teamsh` on the system's command line.
struct LaunchOptions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teamsh", abstract: "A shell for Microsoft Teams.",
    usage: """
      teamsh [<options>]
      teamsh [<options>] -c <line> ...
      teamsh [<options>] <file> [<argument> ...]
      teamsh [<options>] <noun> <verb> ...
      teamsh [<options>] demo [<tenant options>]
      """,
    discussion: "Type help at its prompt for all commands, or: teamsh help",
    version: "0.1.0")

  @Option(help: ArgumentHelp("The profile of config.yaml.", valueName: "name"))
  var profile: String?

  @Option(name: [.short, .long], help: ArgumentHelp("Show replies so.", valueName: "format"))
  var output: OutputFormat?

  @Option(help: ArgumentHelp("Use only this identity.", valueName: "identity"))
  var `as`: IdentityKind?

  @Flag(help: "Refuse every command that writes.")
  var readOnly = false

  @Flag(help: "Do not read the rc file.")
  var noRc = false

  @Flag(help: "Show each request on standard error.")
  var trace = false

  @Flag(help: "Go on behind failed statements, and end with code 9.")
  var keepGoing = false

  @Option(name: .customShort("c"), help: ArgumentHelp("Run this line.", valueName: "line"))
  var lines: [String] = []

  @Option(name: .customShort("f"), help: ArgumentHelp("Run this file.", valueName: "file"))
  var file: String?

  @Argument(parsing: .captureForPassthrough, help: .hidden)
  var rest: [String] = []

  /// The options that outrank environment and profile.
  var configuration: CommandKit.Configuration.Options {
    var options = CommandKit.Configuration.Options()
    options.profile = profile
    options.output = output
    options.identity = `as`
    options.isReadOnly = readOnly
    return options
  }
}

/// What one start of teamsh is to do.
enum LaunchMode: Sendable {
  case interactive
  case lines([String], arguments: [String])
  case script(String, arguments: [String])
  /// A script on standard input.
  case standardInput
  /// One command straight from the system's shell.
  case command([String])

  /// Decides by what is there: a known command word wins over a file's name, and a file has a slash or
  /// an extension, or `-f` before it.
  init(_ options: LaunchOptions, catalog: Catalog, isTerminal: Bool) {
    let rest = options.rest
    if !options.lines.isEmpty {
      self = .lines(options.lines, arguments: rest)
    } else if let file = options.file {
      self = .script(file, arguments: rest)
    } else if let first = rest.first {
      let isFile = first.contains("/") || first.dropFirst().contains(".")
      self =
        isFile && !catalog.knows(first)
        ? .script(first, arguments: Array(rest.dropFirst())) : .command(rest)
    } else {
      self = isTerminal ? .interactive : .standardInput
    }
  }
}
