import Foundation
import HTTPTypes
import Transport

extension ScriptedBrowser {
  /// One in which a person signs in on the tenant's own pages and accepts what they ask, without scripts.
  package convenience init(on login: String, as account: String) {
    self.init { try await Self.landing(from: $0, on: login, as: account) }
  }

  /// The query that a sign-in on the tenant's own pages ends with.
  package static func landing(
    from address: String, on login: String, as account: String
  ) async throws -> String {
    try await PageVisit(login: login, account: account).landing(from: address)
  }
}

/// A walk through the pages of one sign-in.
private struct PageVisit: Sendable {
  let login: String
  let account: String
  private static let curl = CurlTransport()

  /// The query with which the last page sends the browser back to the program.
  func landing(from address: String) async throws -> String {
    let redirect = try ScriptedBrowser.field("redirect_uri", of: address)
    var answer = try await Self.curl.send(TransportRequest(.get, url: address))
    for _ in 0..<5 {
      if let location = answer.head.headerFields[.location] {
        guard location.hasPrefix(redirect + "/?") else { throw Stuck(page: location) }
        return String(location.dropFirst(redirect.count + 2))
      }
      answer = try await submit(String(decoding: answer.body, as: UTF8.self))
    }
    throw Stuck(page: String(decoding: answer.body, as: UTF8.self))
  }

  /// Enters the account where the page asks for it, presses its first button, and sends the form.
  private func submit(_ page: String) async throws -> TransportResponse {
    guard
      let form = page.firstMatch(
        of: /<form method="post" action="([^"]*)">(.*?)<\/form>/.dotMatchesNewlines())
    else { throw Stuck(page: page) }
    var fields: [URLQueryItem] = []
    for tag in form.2.matches(of: /<(input|button) ([^>]*)>/) {
      guard let name = Self.attribute("name", in: tag.2) else { continue }
      let isButton = tag.1 == "button"
      if isButton, fields.contains(where: { $0.name == name }) { continue }
      let value = Self.attribute("value", in: tag.2)
      fields.append(URLQueryItem(name: name, value: name == "account" ? account : value))
    }
    var body = URLComponents()
    body.queryItems = fields
    let text = (body.percentEncodedQuery ?? "").replacing("+", with: "%2B")
    return try await Self.curl.send(
      TransportRequest(
        .post, url: login + Self.plain(String(form.1)),
        fields: [.contentType: "application/x-www-form-urlencoded"], body: Array(text.utf8)))
  }

  private static func attribute(_ name: String, in tag: Substring) -> String? {
    guard let start = tag.firstRange(of: "\(name)=\"") else { return nil }
    return plain(String(tag[start.upperBound...].prefix { $0 != "\"" }))
  }

  private static func plain(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  /// The pages led nowhere; this is the last of them.
  struct Stuck: Error {
    let page: String
  }
}
