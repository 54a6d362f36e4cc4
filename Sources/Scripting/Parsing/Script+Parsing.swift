package import CommandKit

extension Script {
  /// Understands a text whole, or says where it cannot be understood.
  ///
  /// A file is parsed before its first line runs: a slip in the last line costs no half-done work.
  package init(
    parsing text: String, name: String? = nil, integration names: IntegrationNames = .none
  ) throws(ScriptError) {
    try self.init(parsing: SourceText(text, name: name), integration: names)
  }

  init(
    parsing source: SourceText, integration names: IntegrationNames
  ) throws(ScriptError) {
    let reading = Lexer.read(source, integration: names)
    if let problem = reading.problem { throw source.error(problem.code, at: problem.range) }
    var parser = Parser(reading.tokens, of: source)
    self.init(source: source, body: try parser.wholeText())
  }

  /// What a typed text still waits for; `nil` when Enter should run it, be it right or wrong.
  ///
  /// The location is that of the opening, so that a prompt can say what is open and since where.
  package static func unfinished(
    _ text: String, integration names: IntegrationNames = .none
  ) -> (what: ScriptError.Unfinished, location: ScriptLocation)? {
    do throws(ScriptError) {
      _ = try Script(parsing: text, integration: names)
      return nil
    } catch {
      guard case .unfinished(let what) = error.code else { return nil }
      return (what, error.location)
    }
  }
}
