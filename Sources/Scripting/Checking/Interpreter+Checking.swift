package import CommandKit

extension Interpreter {
  /// Looks through the text of `-c` or a script that came without a file, as ``check(_:arguments:)`` does.
  package func check(text: String, name: String, arguments: [String]?) async throws {
    try await show(
      ScriptCheck.Text(
        source: SourceText(text, name: name), arguments: arguments?.count, folder: nil,
        includes: []))
  }

  package func check(_ path: String, arguments: [String]?) async throws {
    let file = self.file(path)
    let text = try scriptText(of: file)
    try await show(
      ScriptCheck.Text(
        source: SourceText(text, name: file), arguments: arguments?.count,
        folder: file.lastIndex(of: "/").map { String(file[...$0]) }, includes: []))
  }

  private func show(_ text: ScriptCheck.Text) async throws {
    var check = ScriptCheck(host: host, variables: Set(variables.keys)) {
      (file) throws(ScriptError) in try self.scriptText(of: file)
    }
    let faults = check.run(text)
    for fault in faults { await report(fault, host) }
    if !faults.isEmpty { throw CommandError(.scriptFaults(faults.count)) }
  }

  package func understand(_ text: String, name: String) async throws(ScriptError) {
    _ = try Script(parsing: text, name: name)
  }
}

extension Parser {
  /// Parses everything that can be parsed, and goes on behind a statement that cannot.
  ///
  /// Behind an error inside a block it stops: what follows would be blamed for a missing `end`.
  mutating func everyStatement() -> (block: Block, errors: [ScriptError]) {
    var chains: Block = []
    var errors: [ScriptError] = []
    while true {
      while let token = current, token.isSeparator || token.kind == .background { index += 1 }
      guard let token = current else { return (chains, errors) }
      do throws(ScriptError) {
        guard !token.isReserved("else"), !token.isReserved("end") else { throw unexpected(token) }
        chains.append(try chain(from: token))
        if let next = current, !next.isSeparator, next.kind != .background {
          throw unexpected(next)
        }
      } catch {
        errors.append(error)
        if token.isReserved("for") || token.isReserved("if") { return (chains, errors) }
        while let token = current, token.kind != .newline { index += 1 }
      }
    }
  }
}
