import Foundation

/// The fields of a form as a browser or an OAuth client posts them.
struct FormFields: Sendable {
  private let values: [String: String]

  init(_ body: [UInt8]) {
    var values: [String: String] = [:]
    for pair in String(decoding: body, as: UTF8.self).split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? Self.decoded(parts[1]) : ""
      values[Self.decoded(parts[0])] = value
    }
    self.values = values
  }

  /// The value of a field; an empty one counts as absent.
  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  func required(_ name: String) throws(TokenFailure) -> String {
    guard let value = self[name] else { throw .missing(name) }
    return value
  }

  /// The field in which the forms of the sign-in pages carry what the app asked for.
  static let carrier = "ctx"

  /// What the app asked for, as the form carries it.
  var carried: FormFields { FormFields(Array((self[Self.carrier] ?? "").utf8)) }

  /// All fields as one query string.
  var text: String {
    Self.text(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  static func text(_ fields: [(String, String)]) -> String {
    fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String {
    let plain = CharacterSet.alphanumerics.intersection(.init(charactersIn: "\0"..."\u{7f}"))
      .union(CharacterSet(charactersIn: "-._~"))
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? text
  }

  private static func decoded(_ text: Substring) -> String {
    RequestPath.decoded(text.replacing("+", with: " "))
  }
}
