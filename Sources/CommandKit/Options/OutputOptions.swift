package import ArgumentParser
package import Output

/// How a reply is shown; every command takes these.
package struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Show the reply in this format.", valueName: "format"))
  package var output: OutputFormat?

  @Option(help: ArgumentHelp("Show these columns, parted by commas.", valueName: "columns"))
  package var columns: Word?

  @Option(help: ArgumentHelp("Filter each object through a jq expression.", valueName: "jq"))
  package var jq: Word?

  @Option(help: ArgumentHelp("Stop after this many rows.", valueName: "number"))
  package var limit: Int?

  @Flag(help: "Write cells as they are, without the guard against formulas in CSV.")
  package var raw = false

  package init() {}

  package func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0 up.") }
  }
}

extension OutputOptions {
  /// The options, with others in the place of those that were not given.
  func filled(from others: OutputOptions?) -> OutputOptions {
    guard let others else { return self }
    var options = self
    options.output = output ?? others.output
    options.columns = columns ?? others.columns
    options.jq = jq ?? others.jq
    options.limit = limit ?? others.limit
    options.raw = raw || others.raw
    return options
  }

  /// What a call has that was given no options.
  static var none: OutputOptions {
    var options = OutputOptions()
    options.output = nil
    options.columns = nil
    options.jq = nil
    options.limit = nil
    options.raw = false
    return options
  }
}

extension OutputFormat: ExpressibleByArgument {}
