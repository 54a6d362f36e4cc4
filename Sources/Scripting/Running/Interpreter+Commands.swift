import CommandKit
import Output
import SystemPackage

extension Interpreter {
  /// Runs a command with its redirections; one whose words all came to nothing does nothing.
  func run(_ command: CommandSyntax) async throws {
    let words = try await expand(command.words)
    guard !words.isEmpty else { return }
    guard let redirection = command.input else { return try await run(words, of: command) }
    let input = try await input(from: redirection)
    try await with {
      $0.io.input = input
    } run: {
      try await self.run(words, of: command)
    }
  }

  private func run(_ words: [Word], of command: CommandSyntax) async throws {
    if let output = command.output {
      try await run(words, into: output)
    } else if let program = command.pipe {
      try await run(words, feeding: program)
    } else {
      try await execute(words)
    }
  }

  func execute(_ words: [Word]) async throws {
    do {
      try await executor.execute(words, io: currentFrame.io)
    } catch {
      throw located(error)
    }
  }

  /// Reads the file of `<` before the command starts, so that a missing one does no half a job.
  private func input(from redirection: Redirection) async throws -> CommandInput {
    let path = try await fileName(of: redirection)
    do throws(Errno) {
      return .bytes(try ScriptFile.bytes(of: path))
    } catch {
      throw failure(.unreadable(path: path, reason: error.description), at: redirection.range)
    }
  }

  /// Runs a command whose output becomes a file, all of it or none.
  private func run(_ words: [Word], into redirection: Redirection) async throws {
    let path = try await fileName(of: redirection)
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
    let words = try await expand([redirection.file])
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
