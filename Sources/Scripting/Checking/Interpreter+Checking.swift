package import CommandKit

extension Interpreter {
  /// Looks through the texts of `-c`, one after the other, or a script that came without a file, as
  /// ``check(_:arguments:)`` does.
  package func check(texts: [String], name: String, arguments: [String]?) async throws {
    try await show(
      texts.map { text in
        ScriptCheck.Text(
          source: SourceText(text, name: name), arguments: arguments?.count, folder: nil,
          includes: [])
      })
  }

  package func check(_ path: String, arguments: [String]?) async throws {
    let file = self.file(path)
    let text = try scriptText(of: file)
    try await show([
      ScriptCheck.Text(
        source: SourceText(text, name: file), arguments: arguments?.count,
        folder: file.lastIndex(of: "/").map { String(file[...$0]) }, includes: [])
    ])
  }

  private func show(_ texts: [ScriptCheck.Text]) async throws {
    var check = ScriptCheck(host: host, variables: Set(variables.keys)) {
      (file) throws(ScriptError) in try self.scriptText(of: file)
    }
    let faults = check.run(texts)
    for fault in faults { await report(fault, host) }
    if !faults.isEmpty { throw CommandError(.scriptFaults(faults.count)) }
  }

  package func understand(_ text: String, name: String) async throws(ScriptError) {
    _ = try Script(
      parsing: text, name: name, integration: host.integrationNames)
  }
}

extension Parser {
  /// Parses everything that can be parsed, inside blocks too, and goes on behind a statement that cannot.
  mutating func everyStatement() -> (block: Block, errors: [ScriptError]) {
    recovers = true
    var chains: Block = []
    while true {
      // What cannot be understood is kept, and never thrown.
      if let block = try? block() { chains += block }
      guard let token = current else { return (chains, errors) }
      // An `else` or `end` of no block.
      try? recover(from: unexpected(token))
    }
  }
}
