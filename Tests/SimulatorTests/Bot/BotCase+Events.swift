import GRDB
import Testing

@testable import Simulator

extension BotCase {
  /// Registers an address, so that the tenant notes what happens to the bot.
  func listens(at address: String = "http://127.0.0.1:9/api/messages") async throws {
    try await test.tenant.write { [bot] db in
      try BotSettings(endpoint: address, isSingleTenant: false).store(db, of: bot.id)
    }
  }

  /// The activities that wait for the bot, in the order in which things happened.
  func activities() async throws -> [Document] {
    let composer = BotActivity(
      tenantID: test.tenant.profile.id, bot: bot, serviceURL: "http://localhost/emea/",
      administrator: test.tenant.profile.administrator)
    return try await test.tenant.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM botEvents ORDER BY seq")
        .compactMap { try composer.document(db, BotEvent($0)) }
    }
  }

  var courier: BotCourier {
    BotCourier(tenant: test.tenant, serviceURL: "http://localhost/emea/")
  }

  /// What a person says to the bot in a channel or a chat, as Graph takes it.
  func mentioning(_ text: String) -> Document {
    [
      "body": [
        "contentType": "html",
        "content": .string("<p><at id=\"0\">Contoso Bot</at>&nbsp;\(text)</p>"),
      ],
      "mentions": [
        [
          "id": 0, "mentionText": "Contoso Bot",
          "mentioned": [
            "application": [
              "id": .string(bot.id), "displayName": "Contoso Bot",
              "applicationIdentityType": "bot",
            ]
          ],
        ]
      ],
    ]
  }

  func bind() -> Document {
    [
      "teamsApp@odata.bind": .string(
        "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/\(bot.catalogueID)")
    ]
  }
}
