/// Says what is wrong with a file of rules, and where.
package struct FaultFileError: Error, Equatable, CustomStringConvertible {
  /// What a reader of the rules found.
  struct Reason: Error {
    /// Where the file stops being JSON.
    var byte: Int?
    /// What leads to the mistake in a file that is JSON.
    var path: [DocumentParser.PathStep] = []
    let text: String

    func offset(in bytes: [UInt8]) -> Int {
      byte ?? DocumentParser.offset(of: path, in: bytes)
    }

    /// The same mistake, seen from further outside.
    func below(_ steps: DocumentParser.PathStep...) -> Reason {
      Reason(byte: byte, path: steps + path, text: text)
    }
  }

  /// A place in a text, as editors count: from 1, columns in characters.
  package struct Place: Equatable, Sendable {
    package let line: Int
    package let column: Int

    init(offset: Int, in bytes: [UInt8]) {
      let before = bytes.prefix(offset)
      let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      line = before.count { $0 == UInt8(ascii: "\n") } + 1
      column = String(decoding: before[start...], as: UTF8.self).count + 1
    }
  }

  package let path: String
  /// Where it is wrong; nil for a file that cannot be read.
  package let place: Place?
  package let reason: String

  package var description: String {
    "\(path):\(place.map { "\($0.line):\($0.column):" } ?? "") \(reason)"
  }
}
