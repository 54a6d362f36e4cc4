package import ArgumentParser
package import CommandKit
import Output

/// Runs a command again and again and shows what it answers, until Ctrl-C or until something is true.
package struct Watch: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Run a command again and again.",
    discussion: """
      At the prompt each answer is drawn over the one before, and Ctrl-C leaves the last one. \
      Elsewhere answers follow each other, with the time of each on standard error. --until takes a \
      jq expression, which sees a list as one array. --diff marks what is new since the last look, \
      or says it in words. What is watched never asks: what removes needs --yes.
      """)
  package static let effect = Effect.reads
  package static let operands = [Operand(\Self.words)]
  package static let examples = [
    Example("Watch the teams", "watch -c 1 team list"),
    Example(
      "Wait until there are members",
      "watch -c 1 --until 'length > 0' member list --team 'Contoso IT'"),
    Example("Look once a minute, and mark what changed", "watch -n 60 -c 1 --diff team list"),
  ]

  /// How often one may look.
  private static let shortest = 2.0

  @Option(
    name: .customShort("n"),
    help: ArgumentHelp("Seconds between two looks, 2 or more.", valueName: "seconds"))
  var interval: Double?

  @Option(name: .customShort("c"), help: ArgumentHelp("How often to look.", valueName: "number"))
  var count: Int?

  @Option(help: ArgumentHelp("End when this comes true.", valueName: "jq"))
  var until: Word?

  @Flag(help: "Show what changed.")
  var diff = false

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("The command and its arguments.", valueName: "command"))
  var words: [Word]

  package init() {}

  package func validate() throws {
    if let interval, !(interval >= Self.shortest && interval.isFinite) {
      throw ValidationError("-n takes 2 seconds or more.")
    }
    if let count, count < 1 { throw ValidationError("-c takes a number from 1 up.") }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    var wishes = WatchRun.Wishes()
    if let interval { wishes.interval = .milliseconds(Int(interval * 1000)) }
    wishes.rounds = count
    wishes.condition = try until.map { try JQFilter(compiling: $0.text) }
    wishes.showsChanges = diff
    do {
      try await WatchRun(words, wishes, in: session).run()
    } catch  where Task.isCancelled && session.call.io.isInteractive {
      // At the prompt Ctrl-C is how a watch ends.
    }
    return .silent
  }
}
