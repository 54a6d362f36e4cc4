import CZlib
import HTTPTypes

/// Bytes packed by DEFLATE (RFC 1951), as bodies are (`gzip`) and the files of archives.
enum Gzip {
  /// What stands around the packed bytes.
  enum Wrapping {
    /// A head and a checksum (RFC 1952).
    case gzip
    case bare

    fileprivate var windowBits: Int32 {
      switch self {
      case .gzip: Int32(TEAMSH_GZIP)
      case .bare: Int32(TEAMSH_DEFLATE)
      }
    }
  }

  /// Says why bytes could not be unpacked.
  enum Failure: Error {
    case malformed
    case tooLong
  }

  /// Bodies below this size would hardly get shorter.
  private static let least = 1024

  /// The packed bytes; nil where that saves nothing.
  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= least else { return nil }
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      count = unsafe teamsh_gzip_pack(bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
    return packed.isEmpty ? nil : packed
  }

  static func unpacked(
    _ bytes: [UInt8], as wrapping: Wrapping = .gzip, upTo limit: Int
  ) throws(Failure) -> [UInt8] {
    var length = 0
    let plain = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      length = unsafe teamsh_unpack(
        bytes, bytes.count, buffer.baseAddress, buffer.count, wrapping.windowBits)
      count = max(0, length)
    }
    guard length >= 0 else { throw length == -2 ? .tooLong : .malformed }
    return plain
  }
}

extension Delivery {
  /// The answer as a client gets it that takes packed bodies.
  func packed(for headers: HTTPFields) -> Delivery {
    let type = headers[values: .acceptEncoding].joined(separator: ",")
    guard Self.takesGzip(type), isText, let packed = Gzip.packed(bytes) else { return self }
    var delivery = self
    delivery.bytes = packed
    delivery.headers[.contentEncoding] = "gzip"
    delivery.headers[.vary] = "Accept-Encoding"
    return delivery
  }

  private var isText: Bool {
    let type = headers[.contentType] ?? ""
    return ["application/json", "application/xml", "text/"].contains { type.hasPrefix($0) }
  }

  /// Whether an `Accept-Encoding` names gzip, or any coding, with a weight above zero.
  private static func takesGzip(_ field: String) -> Bool {
    field.lowercased().split(separator: ",").contains { choice in
      let parts = choice.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let name = parts.first, name == "gzip" || name == "*" else { return false }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { $0.dropFirst(2) }
      return weight.flatMap { Double($0) } ?? 1 > 0
    }
  }
}
