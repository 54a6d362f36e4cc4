import Foundation
import Testing

@testable import Graph

struct GraphRootTests {
  private func root(_ text: String) throws -> GraphRoot {
    GraphRoot(try #require(URL(string: text)))
  }

  @Test(arguments: [
    ("/me", "/v1.0/me"), ("/beta/me", "/beta/me"), ("/v1.0/me", "/v1.0/me"),
    ("/betamax", "/v1.0/betamax"), ("/beta?x", "/beta?x"),
  ])
  func `a path without a version means version 1`(target: String, path: String) throws {
    #expect(try root("https://graph.microsoft.com").path(of: target) == path)
  }

  @Test func `a root may lie below a path of its host`() throws {
    #expect(try root("http://127.0.0.1:8080/graph/").path(of: "/me") == "/graph/v1.0/me")
  }

  @Test(arguments: [
    ("https://graph.microsoft.com/v1.0/users?$skiptoken=a%2Fb", "/v1.0/users?$skiptoken=a%2Fb"),
    ("HTTPS://Graph.Microsoft.com:443/v1.0/x", "/v1.0/x"),
  ])
  func `a link of the same host is followed to the letter`(link: String, path: String) throws {
    #expect(try root("https://graph.microsoft.com").path(ofLink: link) == path)
  }

  @Test(arguments: [
    "https://graph.microsoft.com.evil.com/v1.0/users",
    "https://evil.com/https://graph.microsoft.com/",
    "https://graph.microsoft.com@evil.com/v1.0/users",
    "https://user@graph.microsoft.com/v1.0/users",
    "https://graph.microsoft.com\\@evil.com/",
    "http://graph.microsoft.com/v1.0/users",
    "https://graph.microsoft.com:444/v1.0/users",
    "https://graph.microsoft.com/v1.0/users\r\nX: y",
    "https://graph.microsoft.com/v1.0/users#x",
    "/v1.0/users", "", "://", "https://",
  ])
  func `a link to anywhere else is not followed`(link: String) throws {
    #expect(try root("https://graph.microsoft.com").path(ofLink: link) == nil)
  }

  @Test(arguments: [
    ("graph.microsoft.com", true), ("Graph.microsoft.com:443", true), ("graph.microsoft.us", false),
    ("graph.microsoft.com:8443", false), ("", false),
  ])
  func `a token is for one host`(host: String, isAccepted: Bool) throws {
    #expect(try root("https://graph.microsoft.com").accepts(tokenFor: host) == isAccepted)
  }
}
