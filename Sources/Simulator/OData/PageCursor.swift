import Foundation

/// The place between two pages, which travels inside a next link as an opaque token.
struct PageCursor: Sendable, Equatable {
  let values: [Document]

  init(_ values: [Document]) {
    self.values = values
  }

  /// Reads a token that ``token`` wrote; anything else is nil.
  init?(token: String) {
    guard let data = Data(base64URLText: token[...]),
      let document = try? DocumentParser.parse(Array(data)),
      let values = document.array, !values.isEmpty
    else { return nil }
    self.values = values
  }

  var token: String {
    Data(Document.array(values).bytes).base64URLText
  }
}

extension Data {
  /// Reads Base64 with the alphabet of URLs, with or without padding.
  init?(base64URLText text: Substring) {
    let standard = text.prefix { $0 != "=" }
      .replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
    self.init(base64Encoded: standard + padding)
  }

  /// Base64 with the alphabet of URLs and without padding.
  var base64URLText: String {
    base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
