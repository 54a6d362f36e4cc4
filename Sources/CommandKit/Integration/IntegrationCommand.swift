/// A command by the name that it has in the Teams integration of Cortex XSOAR.
///
/// It does nothing by itself: its arguments become the words of teamsh's own commands, and their replies
/// become the integration's text and context.
package struct IntegrationCommand: Sendable {
  package let name: String
  /// Names that still work, and say which one to use.
  package let deprecatedNames: [String]
  /// What it does, as a sentence.
  package let abstract: String
  package let effect: Effect
  package let arguments: [IntegrationArgument]
  /// The same, as a line of teamsh.
  package let equivalent: String
  /// A line that works against the demo's tenant.
  package let example: String
  package let run: @Sendable (IntegrationCall) async throws -> IntegrationAnswer

  package init(
    _ name: String, alsoNamed deprecatedNames: [String] = [], _ abstract: String, effect: Effect,
    arguments: [IntegrationArgument] = [], equivalent: String, example: String,
    run: @escaping @Sendable (IntegrationCall) async throws -> IntegrationAnswer
  ) {
    self.name = name
    self.deprecatedNames = deprecatedNames
    self.abstract = abstract
    self.effect = effect
    self.arguments = arguments
    self.equivalent = equivalent
    self.example = example
    self.run = run
  }

  /// The argument of that name.
  package func argument(_ name: String) -> IntegrationArgument? {
    arguments.first { $0.name == name }
  }
}
