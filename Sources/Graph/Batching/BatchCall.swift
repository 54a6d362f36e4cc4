import Documents
import HTTPTypes
import Transport

/// One request of a batch, ready to travel with others or alone.
struct BatchCall: Sendable {
  let call: GraphCall
  /// Path and query below the version.
  let target: String
  let body: JSON?
  /// The numbers of the requests that must have succeeded before.
  let after: [Int]

  /// The request as a batch writes it.
  ///
  /// - Parameters:
  ///   - number: What its answer will be told by.
  ///   - pack: The numbers of those that travel along; what came before them is done.
  /// - Returns: The item's document.
  func item(_ number: Int, among pack: [Int]) -> JSON {
    var fields: [(key: String, value: JSON)] = [
      ("id", .string(String(number))), ("method", .string(call.method.rawValue)),
      ("url", .string(target)),
    ]
    var headers = call.headers.sorted { $0.key < $1.key }
      .map { (key: $0.key, value: JSON.string($0.value)) }
    if let body {
      if !headers.contains(where: { $0.key.lowercased() == "content-type" }) {
        headers.append(("Content-Type", "application/json"))
      }
      fields.append(("body", body))
    }
    if !headers.isEmpty { fields.append(("headers", .object(JSONObject(headers)))) }
    let awaited = after.filter(pack.contains).map { JSON.string(String($0)) }
    if !awaited.isEmpty { fields.append(("dependsOn", .array(awaited))) }
    return .object(JSONObject(fields))
  }

  /// An item's answer as if it had come alone.
  static func answer(_ item: JSON) -> TransportResponse? {
    guard let status = item["status"]?.int, (100..<600).contains(status) else { return nil }
    var fields = HTTPFields()
    for field in item["headers"]?.object?.fields ?? [] {
      guard let name = HTTPField.Name(field.key), let value = field.value.string else { continue }
      fields[name] = value
    }
    let body = item["body"].map { $0.isNull ? [] : $0.bytes }
    return TransportResponse(
      head: HTTPResponse(status: .init(code: status), headerFields: fields), body: body ?? [])
  }
}
