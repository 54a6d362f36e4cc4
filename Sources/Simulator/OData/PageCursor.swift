import Foundation

/// The place between two pages, which travels inside a next link as an opaque token.
struct PageCursor: Sendable, Equatable {
  let values: [Document]

  init(_ values: [Document]) {
    self.values = values
  }

  /// Reads a token that ``token`` wrote; anything else is nil.
  init?(token: String) {
    let standard = token.replacing("-", with: "+").replacing("_", with: "/")
    let padded = standard + String(repeating: "=", count: (4 - standard.count % 4) % 4)
    guard let data = Data(base64Encoded: padded),
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
  /// Base64 with the alphabet of URLs and without padding.
  var base64URLText: String {
    base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
