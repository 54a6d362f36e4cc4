/// Unpacks data that was packed by DEFLATE (RFC 1951), up to a limit.
struct Inflate {
  /// Says that the data is damaged, or larger than is taken.
  struct Damaged: Error {}

  /// The lengths of codes as a table to decode by: how many codes there are of each length, and
  /// their symbols in order.
  private struct Codes {
    private(set) var counts = [Int](repeating: 0, count: 16)
    private(set) var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      for length in 1...15 {
        symbols += lengths.indices.filter { lengths[$0] == length }
      }
    }
  }

  private let bytes: ArraySlice<UInt8>
  private let limit: Int
  private var position: Int
  private var held: UInt32 = 0
  private var heldBits = 0
  private var output: [UInt8] = []

  static func unpack(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Damaged) -> [UInt8] {
    var inflate = Inflate(bytes, limit: limit)
    try inflate.run()
    return inflate.output
  }

  private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
    self.bytes = bytes
    self.limit = limit
    position = bytes.startIndex
  }

  private mutating func run() throws(Damaged) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1: try block(Self.fixed.lengths, Self.fixed.distances)
      case 2:
        let (lengths, distances) = try dynamic()
        try block(lengths, distances)
      default: throw Damaged()
      }
    }
  }

  private mutating func take(_ count: Int) throws(Damaged) -> Int {
    while heldBits < count {
      guard position < bytes.endIndex else { throw Damaged() }
      held |= UInt32(bytes[position]) << UInt32(heldBits)
      heldBits += 8
      position += 1
    }
    let value = held & ((1 << UInt32(count)) - 1)
    held >>= UInt32(count)
    heldBits -= count
    return Int(value)
  }

  private mutating func symbol(_ codes: Codes) throws(Damaged) -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1...15 {
      code |= try take(1)
      let count = codes.counts[length]
      // More codes than their lengths leave room for make this negative.
      guard code >= first else { throw Damaged() }
      if code - count < first { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw Damaged()
  }

  private mutating func append(_ byte: UInt8) throws(Damaged) {
    guard output.count < limit else { throw Damaged() }
    output.append(byte)
  }

  private mutating func stored() throws(Damaged) {
    (held, heldBits) = (0, 0)
    let length = try take(16)
    guard try take(16) == length ^ 0xFFFF else { throw Damaged() }
    for _ in 0..<length { try append(UInt8(try take(8))) }
  }

  private mutating func block(_ lengths: Codes, _ distances: Codes) throws(Damaged) {
    while true {
      let symbol = try symbol(lengths)
      if symbol == 256 { return }
      guard symbol > 256 else {
        try append(UInt8(symbol))
        continue
      }
      guard symbol - 257 < Self.lengthBases.count else { throw Damaged() }
      let length = Self.lengthBases[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
      let code = try self.symbol(distances)
      guard code < Self.distanceBases.count else { throw Damaged() }
      let distance = Self.distanceBases[code] + (try take(max(0, code / 2 - 1)))
      guard distance <= output.count else { throw Damaged() }
      for _ in 0..<length { try append(output[output.count - distance]) }
    }
  }

  private mutating func dynamic() throws(Damaged) -> (Codes, Codes) {
    let lengthCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let codeCount = try take(4) + 4
    guard lengthCount <= 286, distanceCount <= 30 else { throw Damaged() }
    var codeLengths = [Int](repeating: 0, count: 19)
    for index in 0..<codeCount { codeLengths[Self.codeOrder[index]] = try take(3) }
    let codes = Codes(codeLengths)
    var lengths: [Int] = []
    while lengths.count < lengthCount + distanceCount {
      switch try symbol(codes) {
      case let length where length < 16: lengths.append(length)
      case 16:
        guard let last = lengths.last else { throw Damaged() }
        lengths += Array(repeating: last, count: 3 + (try take(2)))
      case 17: lengths += Array(repeating: 0, count: 3 + (try take(3)))
      default: lengths += Array(repeating: 0, count: 11 + (try take(7)))
      }
    }
    guard lengths.count == lengthCount + distanceCount, lengths[256] > 0 else { throw Damaged() }
    return (Codes(Array(lengths[..<lengthCount])), Codes(Array(lengths[lengthCount...])))
  }

  private static let fixed: (lengths: Codes, distances: Codes) = (
    Codes(
      (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }),
    Codes(Array(repeating: 5, count: 30))
  )

  private static let codeOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
}
