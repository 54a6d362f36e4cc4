package import ArgumentParser

/// As whom a command is run; every command takes this.
package struct IdentityOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Use this identity only.", valueName: "identity"))
  package var `as`: IdentityKind?

  package init() {}
}
