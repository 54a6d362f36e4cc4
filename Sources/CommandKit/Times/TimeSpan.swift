import ArgumentParser

/// How long, as people type it: `45`, `90s`, `10m`, `1h30m`, `2d`; a bare number is seconds.
package struct TimeSpan: Sendable, Hashable, ExpressibleByArgument {
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  package init?(argument: String) {
    guard let text = Word(argument: argument)?.text.lowercased(), !text.isEmpty else { return nil }
    if let seconds = Self.number(text) {
      self.seconds = seconds
      return
    }
    var total = 0
    var digits = ""
    var largest = Int.max
    for character in text {
      guard let unit = Self.units[character] else {
        digits.append(character)
        continue
      }
      // Each unit is smaller than the one before it.
      guard unit < largest, let count = Self.number(digits) else { return nil }
      let (part, isTooLong) = count.multipliedReportingOverflow(by: unit)
      guard !isTooLong, part <= Self.longest else { return nil }
      total += part
      digits = ""
      largest = unit
    }
    guard digits.isEmpty, total <= Self.longest else { return nil }
    seconds = total
  }

  package var defaultValueDescription: String { text }

  /// As short as it can be typed.
  package var text: String {
    var rest = seconds
    var text = ""
    for (name, unit) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)] where rest >= unit {
      text += "\(rest / unit)\(name)"
      rest %= unit
    }
    return text.isEmpty ? "0s" : text
  }

  /// A year: whoever waits longer than that has mistyped.
  private static let longest = 366 * 86_400
  private static let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]

  private static func number(_ digits: String) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(digits), number <= longest
    else { return nil }
    return number
  }
}
