import CommandKit

extension IntegrationCall {
  /// Whether the profile names the bot that the integration works with.
  var hasBot: Bool { workspace.configuration.botID != nil }

  /// Puts the bot's app into a chat, unless it is there; nothing is asked where the profile names no bot.
  ///
  /// - Parameters:
  ///   - chat: The chat's id.
  ///   - isTrial: Whether it is only looked for, as before the chat is made.
  /// - Throws: `IntegrationFault` where the catalogue has no such app.
  func addBotApp(toChat chat: String, isTrial: Bool = false) async throws {
    guard let bot = workspace.configuration.botID else { return }
    do {
      _ = try await ask(["app", "add", .value(bot), "--chat", .value(chat)], isTrial: isTrial)
    } catch let error as CommandError {
      guard case .notFound(.app, _, _) = error.code else { throw error }
      throw fault(
        .notFound("Bot with ID: \(bot) was not found in the App Catalog in Microsoft."))
    }
  }
}
