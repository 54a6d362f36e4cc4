import CommandKit
import Foundation
import Identity
import Testing

@testable import Commands

struct PublicAddressTests {
  @Test(arguments: [
    "https://bot.contoso.com", "https://bot.contoso.com/", "https://bot.contoso.com//",
    "https://bot.contoso.com/api/messages", "https://bot.contoso.com/api/messages/",
  ])
  func `an address is taken with and without the endpoint's path`(text: String) throws {
    let address = try PublicAddress(text)
    #expect(address.root == "https://bot.contoso.com")
    #expect(address.messages == "https://bot.contoso.com/api/messages")
  }

  @Test func `a path in front of the endpoint's own stays`() throws {
    #expect(
      try PublicAddress("https://a.b:8443/bot/").messages == "https://a.b:8443/bot/api/messages")
    #expect(try PublicAddress("http://127.0.0.1:3978").root == "http://127.0.0.1:3978")
  }

  @Test(arguments: [
    "", "bot.contoso.com", "http://bot.contoso.com", "https://", "ftp://bot.contoso.com",
    "https://bot.contoso.com?a=b", "https://me@bot.contoso.com", "https://bot.contoso.com#x",
  ])
  func `what the connector cannot call is no address`(text: String) {
    #expect(throws: EndpointFault.addressInvalid(text)) { try PublicAddress(text) }
  }

  @Test func `only an endpoint that says that it is up is one that answers`() throws {
    let address = try PublicAddress("https://bot.contoso.com")
    #expect(address.finding(ServerProbe(host: "bot.contoso.com", status: 200)).answers)
    let other = address.finding(ServerProbe(host: "bot.contoso.com", status: 502))
    #expect(!other.answers)
    #expect(other.words.contains("502"))
    let none = address.finding(
      ServerProbe(host: "bot.contoso.com", failure: Failure("No way there.", .network)))
    #expect(none.words == "No way there.")
  }

  @Test func `the connector of a cloud is known, and a sign-in service of one's own is one`()
    throws
  {
    func origin(_ cloud: Cloud, _ root: String) throws -> ConnectorOrigin {
      ConnectorOrigin(cloud: cloud, loginRoot: try #require(URL(string: root)))
    }
    #expect(try origin(.global, "https://login.microsoftonline.com").metadata == nil)
    let local = try origin(.global, "http://127.0.0.1:8080")
    #expect(local.metadata == "http://127.0.0.1:8080/v1/.well-known/openidconfiguration")
    #expect(local.issuer == nil)
    let army = try origin(.usgovDoD, "https://login.microsoftonline.us")
    #expect(army.issuer == "https://api.botframework.us")
  }
}
