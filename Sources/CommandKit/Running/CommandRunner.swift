import ArgumentParser
import Cache
import Documents
import Graph
import Output

/// Runs commands from their words: finds, parses, checks, runs, and shows what came of it.
package struct CommandRunner: CommandExecutor {
  package let workspace: Workspace

  package init(workspace: Workspace) {
    self.workspace = workspace
  }

  package func execute(_ words: [Word], io: CommandIO) async throws {
    let texts = words.map(\.text)
    if let command = workspace.catalog.integration(texts.first) {
      return try await execute(command, words, io: io)
    }
    guard let (entry, count) = workspace.catalog.command(texts) else { throw unknown(texts) }
    let rest = try words.dropFirst(count).map(pointedAt)
    guard let invocation = try parse(entry, rest) else {
      let name = entry.name.split(separator: " ").map { Word(String($0), isLiteral: true) }
      return try await execute([Word("help")] + name, io: io)
    }
    try await run(invocation, entry: entry, io: io)
  }

  /// Why the first words of a line call nothing.
  func unknown(_ words: [String]) -> CommandError {
    switch workspace.catalog.lookup(words) {
    case .noun(let noun):
      return CommandError(.missingVerb(noun: noun.name, verbs: noun.commands.map { $0.verb }))
    case .unknownVerb(let noun, let verb):
      let verbs = noun.commands.map { $0.verb }
      return CommandError(
        .unknownVerb(
          noun: noun.name, verb: verb, verbs: verbs,
          nearest: Spelling.nearest(to: verb, among: verbs)))
    case .command, .unknown:
      let word = words.first ?? ""
      if let same = workspace.catalog.command(knownElsewhereAs: word) {
        return CommandError(.unknownCommand(word, nearest: [same]))
      }
      let nearest = Spelling.nearest(
        to: word,
        among: workspace.catalog.firstWords + workspace.aliases.map(\.name)
          + workspace.catalog.integrationCommands.map(\.name))
      return CommandError(
        .unknownCommand(
          word, nearest: nearest.isEmpty ? workspace.catalog.nearest(to: word) : nearest))
    }
  }

  /// Puts the reference of a row in the place of a bare `%3`, also of the one in `--team=%3`.
  private func pointedAt(_ word: Word) throws(CommandError) -> Word {
    if let option = word.option {
      guard let value = option.value, let reference = try reference(value) else { return word }
      return Word(
        "\(option.name)=\(reference)", nameLength: option.name.utf8.count, hasLiteralValue: true)
    }
    return try reference(word).map { Word($0, isLiteral: true) } ?? word
  }

  func reference(_ word: Word) throws(CommandError) -> String? {
    guard !word.isLiteral, word.text.hasPrefix("%"), let row = Int(word.text.dropFirst()) else {
      return nil
    }
    return try workspace.reference(row: row)
  }

  /// The words as a call of the command; `nil` when they ask for its help.
  func parse(_ entry: CatalogEntry, _ words: [Word]) throws -> (any Invocation)? {
    if let plain = entry.type.plainInvocation(words) { return plain }
    do {
      return try entry.type.parseInvocation(
        words.map(\.argument), templates: workspace.catalog.templates)
    } catch {
      let type = entry.type.invocationType
      if type.exitCode(for: error) == .success { return nil }
      throw ArgumentCheck(entry, grammar: workspace.catalog.grammar(of: entry)).fault(
        in: words.map { .known($0) })
        ?? CommandError(.usage(command: entry.name, message: type.message(for: error)))
    }
  }

  private func run(
    _ invocation: some Invocation, entry: CatalogEntry, io: CommandIO
  ) async throws {
    let type = type(of: invocation).Command
    let output = invocation.output.filled(from: io.defaults?.output)
    let call = Call(
      command: entry.name, effect: type.effect, permissions: type.permissions, io: io,
      isDryRun: invocation.isDryRun, assumesYes: invocation.assumesYes,
      output: output, identity: invocation.identity.as ?? io.defaults?.identity)
    try await run(invocation, call) { ReplyPresenter(session: $0, options: $0.call.output) }
  }

  /// Runs a command, and hands its reply to a reader.
  func run(
    _ invocation: some Invocation, _ call: Call, reader: (Session) -> any ReplyReader
  ) async throws {
    if workspace.configuration.isReadOnly, !call.effect.isRead, !call.isDryRun {
      throw CommandError(.readOnly(command: call.command))
    }
    if call.effect == .removes, !call.assumesYes, !call.isDryRun, !call.io.isInteractive {
      throw CommandError(.notConfirmed(command: call.command))
    }
    let session = Session(workspace: workspace, call: call)
    do {
      try await attempt(invocation, in: session, with: reader(session))
      if let error = call.conclusion { throw error }
    } catch let error as GraphError
      where error.code == .forbidden && !error.mayHaveHappened && !error.isOfConnector
    {
      throw session.permissionFailure(error)
    }
  }

  /// Runs the command; once more, with every name looked up afresh, when a cached id turned out to be
  /// gone before anything was written or shown.
  private func attempt(
    _ invocation: some Invocation, in session: Session, with reader: any ReplyReader
  ) async throws {
    do {
      try await show(invocation.command, in: session, with: reader)
    } catch let error as GraphError where error.code == .notFound {
      let rows = session.call.cachedRows
      for row in rows { session.forget(row) }
      guard !rows.isEmpty, !session.call.hasWritten, !reader.hasShown else { throw error }
      session.call.avoidCache()
      try await show(invocation.command, in: session, with: reader)
    }
  }

  private func show<Command: TeamshCommand>(
    _ command: Command, in session: Session, with reader: any ReplyReader
  ) async throws {
    try await reader.show(try await command.run(in: session), columns: Command.columns)
  }
}
