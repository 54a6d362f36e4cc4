import Foundation

/// Where a running tenant is, and what a client needs to sign in to it.
package struct TenantAddress: Sendable {
  /// The address of Graph, without a version.
  package let graph: String
  /// The address of the sign-in pages, without a tenant.
  package let login: String
  /// The address of the Bot connector, as activities name it.
  package let bot: String
  package let tenantID: String
  package let domain: String
  package let clientID: String
  package let clientSecret: String
  package let botID: String
  package let botSecret: String
  /// The administrator's user principal name.
  package let administrator: String
  /// The certificate to trust, when the addresses are `https`.
  package let caFile: String?

  init(port: Int, profile: TenantProfile, caFile: String?) {
    let root = "\(caFile == nil ? "http" : "https")://127.0.0.1:\(port)"
    graph = root
    login = root
    bot = "\(root)/emea/"
    tenantID = profile.id
    domain = profile.initialDomain
    clientID = profile.clientID
    clientSecret = profile.clientSecret
    botID = profile.bot.id
    botSecret = profile.bot.secret
    administrator = profile.administrator
    self.caFile = caFile
  }

  /// The first line that `teamsh-tenant` prints.
  package var line: String {
    let document: Document = [
      "graph": .string(graph), "login": .string(login), "bot": .string(bot),
      "tenantId": .string(tenantID), "domain": .string(domain), "clientId": .string(clientID),
      "clientSecret": .string(clientSecret), "botId": .string(botID),
      "botSecret": .string(botSecret), "admin": .string(administrator),
      "caFile": .text(caFile),
      "pid": .number(Int(ProcessInfo.processInfo.processIdentifier)),
    ]
    return document.jsonText
  }
}
