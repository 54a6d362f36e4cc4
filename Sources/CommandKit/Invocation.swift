package import ArgumentParser

/// A command as it is typed: its own arguments, and the options that its effect gives it.
package protocol Invocation: ParsableCommand {
  associatedtype Command: TeamshCommand

  var command: Command { get }
  var output: OutputOptions { get }
  var identity: IdentityOptions { get }
  var isDryRun: Bool { get }
  var assumesYes: Bool { get }
}

extension Invocation {
  /// The command's own, as part of a larger tool.
  ///
  /// For a tool of its own every parse would begin with two more, which look for the options that write
  /// completion scripts.
  package static var configuration: CommandConfiguration {
    var configuration = Command.configuration
    configuration._superCommandName = "teamsh"
    return configuration
  }

  package var isDryRun: Bool { false }
  package var assumesYes: Bool { false }
}

/// A command that is typed without any option.
///
/// The parser lists every option that its type declares at each parse, and most lines have none.
struct BareInvocation<Command: TeamshCommand>: Invocation {
  @OptionGroup var command: Command

  var output: OutputOptions { .none }
  var identity: IdentityOptions { .none }
}

extension BareInvocation {
  /// The call of a command that is there already.
  init(of command: Command) {
    self.init()
    self.command = command
  }
}

/// A command that only looks.
struct ReadInvocation<Command: TeamshCommand>: Invocation {
  @OptionGroup var command: Command
  @OptionGroup(title: "Output options") var output: OutputOptions
  @OptionGroup(title: "Identity options") var identity: IdentityOptions
}

/// A command that changes something.
struct ChangeInvocation<Command: TeamshCommand>: Invocation {
  @OptionGroup var command: Command
  @OptionGroup(title: "Write options") var write: WriteOptions
  @OptionGroup(title: "Output options") var output: OutputOptions
  @OptionGroup(title: "Identity options") var identity: IdentityOptions

  var isDryRun: Bool { write.dryRun }
}

/// A command that takes something away.
struct RemoveInvocation<Command: TeamshCommand>: Invocation {
  @OptionGroup var command: Command
  @OptionGroup(title: "Write options") var remove: RemoveOptions
  @OptionGroup(title: "Write options") var write: WriteOptions
  @OptionGroup(title: "Output options") var output: OutputOptions
  @OptionGroup(title: "Identity options") var identity: IdentityOptions

  var isDryRun: Bool { write.dryRun }
  var assumesYes: Bool { remove.yes }
}

extension TeamshCommand {
  /// The call of a command that takes its words as they are.
  ///
  /// The parser takes a quarter of a start that does nothing, and most of a script of such commands.
  package static func plainInvocation(_ words: [Word]) -> (any Invocation)? {
    plain(words).map(BareInvocation.init(of:))
  }

  /// Parses a command's own words and the options around it.
  package static func parseInvocation(
    _ arguments: [String], templates: CommandTemplates = CommandTemplates()
  ) throws -> any Invocation {
    if !arguments.contains(where: { $0.hasPrefix("-") }) {
      if let command = templates.command(Self.self, arguments) {
        return BareInvocation(of: command)
      }
      // What is wrong with a line is said by the type that knows all its options.
      if let bare = try? BareInvocation<Self>.parse(arguments) {
        templates.keep(bare.command, words: arguments.count)
        return bare
      }
    }
    return switch effect {
    case .reads: try ReadInvocation<Self>.parse(arguments)
    case .changes: try ChangeInvocation<Self>.parse(arguments)
    case .removes: try RemoveInvocation<Self>.parse(arguments)
    }
  }

  /// The type that the words are parsed into, for what is read from its declarations.
  package static var invocationType: any Invocation.Type {
    switch effect {
    case .reads: ReadInvocation<Self>.self
    case .changes: ChangeInvocation<Self>.self
    case .removes: RemoveInvocation<Self>.self
    }
  }
}
