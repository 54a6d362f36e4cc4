import CommandKit

extension Interpreter {
  /// Runs chains one after the other; the first failure ends it, unless failures are to be collected.
  func run(_ block: Block, timer: (any StatementTimer)? = nil) async throws {
    for chain in block {
      let beginning = timer?.begin()
      defer { if let beginning { timer?.end(beginning) } }
      do {
        if chain.isJob {
          try start(chain)
          lastStatus = .done
        } else {
          try await run(chain)
        }
      } catch let error as ScriptError where currentFrame.keepsGoing && !endsEverything(error) {
        await collect(error)
      }
    }
  }

  /// Runs statements from left to right, each if the one before it came out as its sign asks.
  func run(_ chain: Chain) async throws {
    var failure = try await outcome(of: chain.first)
    for link in chain.links {
      switch link.connector {
      case .and:
        guard failure == nil else { continue }
      case .or:
        guard let overruled = failure else { continue }
        await report(overruled, host)
      }
      failure = try await outcome(of: link.statement)
    }
    if let failure { throw failure }
  }

  /// Runs a statement; what can be overruled by `||` is returned, what ends everything is thrown.
  private func outcome(of statement: Statement) async throws -> ScriptError? {
    do {
      try await run(statement)
      lastStatus = .done
      return nil
    } catch let error as ScriptError where !endsEverything(error) {
      lastStatus = exitCode(of: error)
      return error
    } catch {
      lastStatus = exitCode(of: error)
      throw error
    }
  }

  private func run(_ statement: Statement) async throws {
    frames[frames.count - 1].statement = statement.range
    guard !Task.isCancelled else { throw failure(.interrupted) }
    switch statement.kind {
    case .command(let command):
      try await run(command)
    case .assignment(let name, let value):
      let text = try await text(of: value)
      echo(.assignment(name, text))
      try assign(text, to: name)
    case .program(let program):
      echo(.program(program))
      try await run(program)
    case .loop(let name, let words, let body):
      for word in try await expand(words).words {
        frames[frames.count - 1].statement = statement.range
        try assign(word.text, to: name)
        try await run(body)
      }
    case .branch(let condition, let then, let otherwise):
      try await run(try await holds(condition) ? then : otherwise)
    }
  }

  private func assign(_ text: String, to name: String) throws(ScriptError) {
    guard !special.names.contains(name) else { throw failure(.reservedVariable(name)) }
    variables[name] = text
    special.noteAssigned(name)
  }

  /// Whether a condition succeeds; only "no" and "not found" are a no, anything else is a failure.
  private func holds(_ condition: Chain) async throws -> Bool {
    do {
      try await run(condition)
      return true
    } catch let error as ScriptError where !endsEverything(error) {
      guard [.failed, .notFound].contains(exitCode(of: error)) else { throw error }
      return false
    }
  }
}
