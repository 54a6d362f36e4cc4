import Foundation
import Output
import TestSupport
import Testing

struct SpoolFileTests {
  /// Enough to read more than one window, in pieces of odd lengths.
  @Test(arguments: [1 << 30, 100])
  func `what was put aside is read back in any order`(largestInMemory: Int) throws {
    let home = try TemporaryHome()
    var spool = SpoolFile(in: home.path, largestInMemory: largestInMemory)
    var ranges: [(Range<Int>, UInt8)] = []
    for number in 0..<700 {
      let start = spool.count
      try spool.append(Array(repeating: UInt8(number % 251), count: number * 3 % 2000))
      ranges.append((start..<spool.count, UInt8(number % 251)))
    }
    let shuffled = stride(from: 0, to: 700, by: 7).map { ranges[($0 * 311) % 700] }
    for (range, byte) in ranges.reversed() + shuffled + ranges {
      let bytes = try spool.bytes(in: range)
      #expect(bytes.count == range.count && bytes.allSatisfy { $0 == byte })
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
  }

  @Test func `a folder that is not there is said`() throws {
    var spool = SpoolFile(in: "/nonexistent", largestInMemory: 0)
    do throws(SinkError) {
      try spool.append([1])
      Issue.record("There is no such folder.")
    } catch {
      #expect(error.code == .noFolder)
    }
  }
}
