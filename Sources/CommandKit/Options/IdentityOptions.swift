package import ArgumentParser

/// As whom a command is run; every command takes this.
package struct IdentityOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Use this identity only.", valueName: "identity"))
  package var `as`: IdentityKind?

  package init() {}
}

extension IdentityOptions {
  /// What a call has that was given no options.
  static var none: IdentityOptions {
    var options = IdentityOptions()
    options.as = nil
    return options
  }
}
