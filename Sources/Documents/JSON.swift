/// One JSON value as it was received: fields keep their order, numbers their digits.
///
/// Graph's documents are shown, cached and piped on as they came, so nothing may be lost on the way
/// through: an unknown field, the order of fields, or the 18th digit of a number.
package enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object(JSONObject)

  /// The value of an object's field; `nil` for a missing field and for anything but an object.
  package subscript(_ key: String) -> JSON? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  /// The text of a string; `nil` for anything else.
  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The truth of a boolean; `nil` for anything else.
  package var bool: Bool? {
    guard case .bool(let truth) = self else { return nil }
    return truth
  }

  /// The whole number that a number stands for; `nil` for fractions and anything else.
  package var int: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits)
  }

  /// The elements of an array; `nil` for anything else.
  package var array: [JSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The fields of an object; `nil` for anything else.
  package var object: JSONObject? {
    guard case .object(let object) = self else { return nil }
    return object
  }

  package var isNull: Bool { self == .null }

  /// Walks down field names parted by dots, as `from.user.displayName`.
  ///
  /// A field whose own name holds dots (`@odata.type`) is found whole before it is split.
  package func value(at path: String) -> JSON? {
    if let whole = self[path] { return whole }
    guard let dot = path.firstIndex(of: ".") else { return nil }
    return self[String(path[..<dot])]?.value(at: String(path[path.index(after: dot)...]))
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .number(String(value)) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(JSONObject(elements.map { (key: $0.0, value: $0.1) }))
  }
}

extension JSON {
  /// A JSON number for a whole number.
  package static func int(_ value: Int) -> JSON { .number(String(value)) }

  /// A JSON string, or `null` for none.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}
