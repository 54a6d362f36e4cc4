package import CommandKit

import Foundation
import HTTPTypes
import Synchronization
import Transport

/// Stands in for a person with a browser: comes back at once with what the login service would send.
package final class ScriptedBrowser: Browser {
  private let outcome: @Sendable (String) async throws -> String
  private let visit = Mutex<Task<String, any Error>?>(nil)
  private static let curl = CurlTransport()

  /// - Parameter outcome: Makes the query of the way back from the address that was opened.
  package init(_ outcome: @escaping @Sendable (String) async throws -> String) {
    self.outcome = outcome
  }

  /// One that comes back with a code, and with the state that it was sent away with.
  package convenience init(code: String) {
    self.init { "code=\(code)&state=\(try Self.field("state", of: $0))" }
  }

  /// The page that the shell showed in the end.
  package var page: String {
    get async throws { try await visit.withLock { $0 }?.value ?? "" }
  }

  package func open(_ address: String) async throws(BrowserError) {
    let task = Task { [outcome] in
      let redirect = try Self.field("redirect_uri", of: address)
      let query = try await outcome(address)
      let url = redirect.replacing("localhost", with: "127.0.0.1") + "/?" + query
      let answer = try await Self.curl.send(TransportRequest(.get, url: url))
      return String(decoding: answer.body, as: UTF8.self)
    }
    visit.withLock { $0 = task }
  }

  /// A field of an address's query.
  package static func field(_ name: String, of address: String) throws -> String {
    let items = URLComponents(string: address)?.queryItems ?? []
    guard let value = items.first(where: { $0.name == name })?.value else {
      throw MissingField(name: name)
    }
    return value
  }

  /// The address to open lacks what every one has.
  package struct MissingField: Error {
    package let name: String
  }
}
