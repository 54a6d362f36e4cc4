import CommandKit
import Output
import SystemPackage

extension Interpreter {
  /// Runs a command with its redirections; one whose words all came to nothing does nothing.
  func run(_ command: CommandSyntax) async throws {
    let words = try await expand(command.words)
    guard !words.isEmpty else { return }
    guard let input = try await input(of: command) else { return try await run(words, of: command) }
    try await with {
      $0.io.input = input
    } run: {
      try await self.run(words, of: command)
    }
  }

  private func run(_ words: Expansion, of command: CommandSyntax) async throws {
    if let output = command.output {
      try await run(words, into: output)
    } else if let program = command.pipe {
      echo(.command(words.words, program))
      try await run(words, feeding: program)
    } else {
      echo(.command(words.words))
      try await execute(words)
    }
  }

  /// Runs a command, or the alias that its first word is.
  func execute(_ words: Expansion) async throws {
    if !currentFrame.isAlias, let first = words.words.first, !first.isLiteral,
      let alias = host.alias(named: first.text)
    {
      return try await run(alias, words)
    }
    do {
      try await executor.execute(words.words, io: currentFrame.io)
    } catch {
      throw located(error, in: words)
    }
  }

  /// What stands behind `<` or below `<<`, read before the command starts, so that a missing file does no
  /// half a job; `nil` where neither is.
  private func input(of command: CommandSyntax) async throws -> CommandInput? {
    if let text = command.hereDocument { return .bytes(Array(try await self.text(of: text).utf8)) }
    guard let redirection = command.input else { return nil }
    let path = try await fileName(of: redirection)
    try refuse(file: path, at: redirection.range)
    do throws(Errno) {
      return .bytes(try ScriptFile.bytes(of: path))
    } catch {
      throw failure(.unreadable(path: path, reason: error.description), at: redirection.range)
    }
  }

  /// Runs a command whose output becomes a file, all of it or none.
  private func run(_ words: Expansion, into redirection: Redirection) async throws {
    try refuse(.output, at: redirection.range)
    let path = try await fileName(of: redirection)
    if redirection.mode == .write, host.settings.noclobber, FileSink.wouldReplace(path) {
      throw failure(.fileExists(path: path), at: redirection.range)
    }
    echo(.command(words.words, redirection.mode, path))
    let sink: FileSink
    do throws(SinkError) {
      sink = try FileSink(path: path, mode: redirection.mode == .append ? .append : .replace)
    } catch {
      throw failure(.outputFailed, at: redirection.range, underlying: error)
    }
    defer { sink.discard() }
    try await redirected(to: sink) { try await self.execute(words) }
    do throws(SinkError) {
      try sink.commit()
    } catch {
      throw failure(.outputFailed, at: redirection.range, underlying: error)
    }
  }

  /// A redirection's file name, which must come out as one word.
  private func fileName(of redirection: Redirection) async throws -> String {
    let words = try await expand([redirection.file]).words
    guard words.count == 1 else {
      throw failure(.notOneWord(count: words.count), at: redirection.range)
    }
    return words[0].text
  }

  /// Runs something whose output, and that of the programs in it, goes to a sink.
  func redirected(to sink: any Sink, run body: () async throws -> Void) async throws {
    try await with {
      $0.io.output = sink
      $0.programs.inheritsOutput = false
    } run: {
      try await body()
    }
  }

  /// Runs something with another input or output, and puts the old ones back.
  func with(_ change: (inout Frame) -> Void, run body: () async throws -> Void) async throws {
    let outer = currentFrame
    change(&frames[frames.count - 1])
    defer { frames[frames.count - 1] = outer }
    try await body()
  }
}
