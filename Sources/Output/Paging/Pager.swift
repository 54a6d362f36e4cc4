/// The program that shows what is longer than the screen, and what happens around it.
package struct Pager: Sendable {
  /// The command, for the system's shell.
  package let command: String
  package let environment: [String: String]
  /// Gives the terminal and its Ctrl-C to the program.
  package let lend: @Sendable () -> Void
  /// Takes them back.
  package let takeBack: @Sendable () -> Void

  package init(
    command: String, environment: [String: String],
    lend: @escaping @Sendable () -> Void = {}, takeBack: @escaping @Sendable () -> Void = {}
  ) {
    self.command = command
    self.environment = environment
    self.lend = lend
    self.takeBack = takeBack
  }
}
