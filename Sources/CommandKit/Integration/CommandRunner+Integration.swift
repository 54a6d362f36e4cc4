import ArgumentParser
import Output

extension CommandRunner {
  /// Runs a command of the integration from its words, the name first.
  func execute(_ command: IntegrationCommand, _ words: [Word], io: CommandIO) async throws {
    let sorted = IntegrationWords(words.dropFirst().map { .known($0) })
    guard let options = try options(sorted.options, of: command) else {
      return try await execute([Word("help"), Word(command.name, isLiteral: true)], io: io)
    }
    let typed = try sorted.arguments.map(argumentPointedAt)
    let arguments = try Self.located {
      () throws(IntegrationFault) in try IntegrationArguments(typed, of: command)
    }
    if workspace.configuration.isReadOnly, !command.effect.isRead, !options.write.dryRun {
      throw CommandError(.readOnly(command: command.name))
    }
    if let name = words.first?.text, name != command.name {
      workspace.tell(
        "\(name) is deprecated. Use \(command.name).", on: io.remarks ?? workspace.errors)
    }
    let plans = PlanList()
    let call = IntegrationCall(
      arguments: arguments, options: options, runner: self, io: io, plans: plans)
    let answer = try await command.run(call)
    let presenter = IntegrationPresenter(
      command: command.name, workspace: workspace, io: io,
      options: options.output.filled(from: io.defaults?.output))
    try await options.write.dryRun && !command.effect.isRead
      ? presenter.show(plan: plans.all) : presenter.show(answer)
  }

  /// Looks whether words could be a call of a script.
  func check(_ command: IntegrationCommand, _ words: some Sequence<CheckedWord>) throws {
    let sorted = IntegrationWords(words)
    guard try !sorted.isWhole || options(sorted.options, of: command) != nil else { return }
    _ = try Self.located {
      () throws(IntegrationFault) in
      try IntegrationArguments(known: sorted.arguments, isWhole: sorted.isWhole, of: command)
    }
  }

  /// The options; `nil` where help is asked for.
  private func options(
    _ words: [Word], of command: IntegrationCommand
  ) throws -> IntegrationOptions? {
    do {
      return try IntegrationOptions.parse(words.map(\.argument))
    } catch {
      if IntegrationOptions.exitCode(for: error) == .success { return nil }
      throw CommandError(
        .usage(command: command.name, message: IntegrationOptions.message(for: error)))
    }
  }

  /// Puts the reference of a row in the place of a bare `%3` behind a `=`.
  private func argumentPointedAt(_ word: Word) throws(CommandError) -> Word {
    guard let (name, value) = word.assignment, let reference = try reference(value) else {
      return word
    }
    return Word("\(name)=\(reference)", nameLength: name.utf8.count, hasLiteralValue: true)
  }

  /// A fault as an error of a command, which is shown at the word that it names.
  private static func located<Result>(
    _ body: () throws(IntegrationFault) -> Result
  ) throws(CommandError) -> Result {
    do {
      return try body()
    } catch {
      throw CommandError(.integration(error))
    }
  }
}
