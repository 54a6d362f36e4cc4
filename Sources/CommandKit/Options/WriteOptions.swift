import ArgumentParser

/// What every command that writes takes besides.
package struct WriteOptions: ParsableArguments {
  @Flag(help: "Make the reads, show each write, and send none.")
  package var dryRun = false

  package init() {}
}

/// What every command that takes something away takes besides.
package struct RemoveOptions: ParsableArguments {
  @Flag(help: "Do not ask.")
  package var yes = false

  package init() {}
}
