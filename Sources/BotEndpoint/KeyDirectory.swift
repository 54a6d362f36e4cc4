import Documents
import Foundation
import HTTPTypes
import Transport

/// The keys that the connector signs with, fetched when they are needed and remembered.
actor KeyDirectory {
  private let metadata: String
  private let transport: any HTTPTransport
  private let now: @Sendable () -> Date
  private var shelf = KeyShelf()
  private var fetching: Task<Void, Never>?

  /// More than any metadata or list of keys has.
  private static let mostKeys = 200

  init(
    metadata: String, transport: any HTTPTransport, now: @escaping @Sendable () -> Date
  ) {
    self.metadata = metadata
    self.transport = transport
    self.now = now
  }

  /// The key of that name; all who wait for a fetch wait for the same one.
  func key(_ id: String) async throws(Refusal) -> PublishedKey {
    switch shelf.decide(id, at: now()) {
    case .use(let key): return key
    case .useAndFetch(let key):
      _ = fetch()
      return key
    case .fetch: await fetch().value
    case .refuse(let refusal):
      guard let fetching else { throw refusal }
      await fetching.value
    }
    switch shelf.decide(id, at: now()) {
    case .use(let key), .useAndFetch(let key): return key
    // A fetch that has just ended leaves no room for another one.
    case .fetch: throw .keysUnavailable
    case .refuse(let refusal): throw refusal
    }
  }

  private func fetch() -> Task<Void, Never> {
    if let fetching { return fetching }
    shelf.begin(at: now())
    let task = Task {
      let keys = await fetched()
      shelf.end(keys, at: now())
      fetching = nil
    }
    fetching = task
    return task
  }

  private func fetched() async -> [PublishedKey]? {
    guard let address = await document(metadata)?["jwks_uri"]?.string,
      let list = await document(address)?["keys"]?.array
    else { return nil }
    let keys = list.prefix(Self.mostKeys).compactMap(PublishedKey.init)
    return keys.isEmpty ? nil : keys
  }

  private func document(_ address: String) async -> JSON? {
    // An activity must be answered within 15 seconds, and this is only a part of it.
    let request = TransportRequest(
      .get, url: address, fields: [.accept: "application/json"], timeout: .seconds(4))
    guard let response = try? await transport.send(request), response.head.status == .ok else {
      return nil
    }
    return try? JSON(parsing: response.body)
  }
}
