import Documents
import Graph

/// A time of Graph's as a number, to sort by: most of what an export reads is never made into a date.
enum MessageTime {
  /// Milliseconds since 1970 of `2026-11-24T08:15:30.123Z`; `nil` for any other form.
  static func milliseconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[4] == dash, bytes[7] == dash, bytes[10] == UInt8(ascii: "T"),
      bytes[13] == colon, bytes[16] == colon, bytes.last == UInt8(ascii: "Z"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]),
      let minute = number(bytes[14..<16]), let second = number(bytes[17..<19])
    else { return nil }
    var fraction: Int = 0
    if bytes[19] == UInt8(ascii: ".") {
      let digits = bytes[20..<bytes.count - 1].prefix(3)
      guard let value = number(digits) else { return nil }
      fraction = digits.count == 1 ? value * 100 : digits.count == 2 ? value * 10 : value
    } else if bytes.count != 20 {
      return nil
    }
    let days = HTTPDate.daysSinceEpoch(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
    return seconds * 1000 + fraction
  }

  private static let dash = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    var value: Int = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}

extension JSONSlice {
  /// The time in a field, as a number; `nil` for none.
  func milliseconds(_ field: StaticString) -> Int? {
    self[field]?.string.flatMap(MessageTime.milliseconds)
  }
}
