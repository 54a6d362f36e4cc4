import Identity

extension IntegrationCall {
  /// Gets a token of the bot's that is good for now.
  ///
  /// - Throws: ``CommandError`` where no bot is signed in, and none can be by itself.
  package func checkBot() async throws {
    let call = Call(
      command: arguments.command, effect: .reads, permissions: .none,
      io: CommandIO(output: workspace.errors))
    let bot = try await Session(workspace: workspace, call: call).asBot()
    _ = try await bot.identity().tokens.accessToken()
  }
}
