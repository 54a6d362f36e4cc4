package import Documents
import Foundation
import HTTPTypes
import Simulator
import Transport

/// What people do in their Teams, through the addresses of the tenant's own page.
extension LiveBot {
  /// The chat of a person with the bot, among the places.
  package static let chat = "bot"

  /// The page refused what somebody wanted to do.
  package struct Refused: Error, CustomStringConvertible {
    package let status: Int
    package let text: String

    package var description: String { "The tenant's page said \(status): \(text)" }
  }

  /// Writes as a person: to the bot alone, or in a channel.
  ///
  /// - Parameters:
  ///   - text: What is said.
  ///   - person: A UPN or an id.
  ///   - place: The chat with the bot, or a channel's id.
  ///   - mentions: Whether the bot is mentioned, without which it hears nothing in a channel.
  ///   - message: The message that is answered.
  /// - Returns: The message's id.
  /// - Throws: ``Refused`` where the page does not let them.
  @discardableResult
  package func write(
    _ text: String, as person: String, in place: String = chat, mentions: Bool? = nil,
    replyTo message: String? = nil
  ) async throws -> String {
    let answer = try await teams(
      .post, "messages",
      [
        "as": .string(person), "place": .string(place), "text": .string(text),
        "mention": .bool(mentions ?? (place != Self.chat)), "replyTo": .optional(message),
      ])
    return answer["id"]?.string ?? ""
  }

  /// Presses the button of a title on the newest card that has one.
  ///
  /// - Parameters:
  ///   - title: What stands on the button.
  ///   - person: Who presses.
  ///   - place: Where the card is.
  ///   - inputs: What is entered before.
  /// - Returns: What the bot answered, for a button that waits for it.
  /// - Throws: ``NotSeen`` where no card has it, and ``Refused``.
  @discardableResult
  package func press(
    _ title: String, as person: String, in place: String = chat, inputs: JSON = [:]
  ) async throws -> JSON {
    let (message, action) = try await wait(for: "A button \(title)") {
      try await messages(as: person, in: place).reversed().lazy.compactMap { message in
        (message["cards"]?.array ?? []).lazy.compactMap { Self.button(title, in: $0) }.first
          .map { (message["id"] ?? .null, $0) }
      }.first
    }
    return try await press(action, on: message, as: person, in: place, inputs: inputs)
  }

  /// Presses a button that may stand there no longer, as somebody does whose screen is not up to date.
  @discardableResult
  package func press(
    _ action: JSON, on message: JSON, as person: String, in place: String = chat,
    inputs: JSON = [:]
  ) async throws -> JSON {
    try await teams(
      .post, "actions",
      [
        "as": .string(person), "place": .string(place), "message": message,
        "type": action["type"] ?? .null, "verb": action["verb"] ?? .null,
        "data": action["data"] ?? [:], "inputs": inputs,
      ])
  }

  /// The newest messages of a place as a person sees them, oldest first.
  package func messages(as person: String, in place: String = chat) async throws -> [JSON] {
    let answer = try await teams(
      .get, "messages", ["as": .string(person), "place": .string(place)])
    return answer["messages"]?.array ?? []
  }

  /// The newest message of a place that has a text in it or in its card, once there is one.
  package func seen(
    _ text: String, as person: String, in place: String = chat
  ) async throws -> JSON {
    try await wait(for: "\u{201C}\(text)\u{201D}") {
      try await messages(as: person, in: place).last { $0.text().contains(text) }
    }
  }

  /// A standard channel's id, by the names of its team and its own.
  package func channel(
    _ path: String = "Contoso IT / General", as person: String
  ) async throws -> String {
    let places = try await teams(.get, "places", ["as": .string(person)])["places"]?.array ?? []
    guard let id = places.first(where: { $0["name"]?.string == path })?["id"]?.string else {
      throw NotSeen(what: path)
    }
    return id
  }

  /// The first button of a title anywhere in a card.
  package static func button(_ title: String, in card: JSON) -> JSON? {
    if card["title"]?.string == title, card["type"]?.string?.hasPrefix("Action.") == true {
      return card
    }
    let parts = card.array ?? (card.object?.fields ?? []).map(\.value)
    return parts.lazy.compactMap { button(title, in: $0) }.first
  }

  /// Tells the tenant where its bot listens.
  func register(_ endpoint: String) async throws {
    _ = try await teams(.patch, "bot", ["endpoint": .string(endpoint)])
  }

  /// One request to the page's addresses; what a reading one asks for stands in its address.
  func teams(
    _ method: HTTPRequest.Method, _ path: String, _ body: JSON = [:]
  ) async throws -> JSON {
    var url = "\(tenant.address.login)/teams/api/\(path)"
    var request = TransportRequest(method, url: url)
    if method == .get {
      var query = URLComponents()
      query.queryItems = body.object?.fields.map {
        URLQueryItem(name: $0.key, value: $0.value.string)
      }
      url += "?\(query.percentEncodedQuery ?? "")"
      request = TransportRequest(method, url: url)
    } else {
      request.head.headerFields[.contentType] = "application/json"
      request.body = body.bytes
    }
    let answer = try await tenant.transport.send(request)
    let text = String(decoding: answer.body, as: UTF8.self)
    guard (200..<300).contains(answer.head.status.code) else {
      throw Refused(status: answer.head.status.code, text: text)
    }
    return answer.body.isEmpty ? .null : try JSON(parsing: answer.body)
  }
}
