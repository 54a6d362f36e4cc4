import Documents

/// Writes values in YAML's block style, so that any parser reads the same values back.
///
/// Text that could be taken for something else (`no`, `12:30`, `2026-01-01`, `# x`) is quoted, as JSON quotes
/// it, which YAML 1.1 and 1.2 read alike. Numbers keep their digits.
struct YAMLWriter {
  private(set) var text = ""
  private let isTerminal: Bool
  private let isColored: Bool

  init(isTerminal: Bool, isColored: Bool) {
    self.isTerminal = isTerminal
    self.isColored = isColored
  }

  /// Writes a document that stands alone.
  mutating func write(_ value: JSON) {
    writeBlock(value, depth: 0, isInLine: false)
  }

  /// Writes a value as an element of the outermost list.
  mutating func writeElement(_ value: JSON) {
    writeBlock(.array([value]), depth: 0, isInLine: false)
  }

  /// Writes a value and its line feed, indented by steps of two blanks.
  ///
  /// Its first line goes on behind what stands there already, where it is said to be in line.
  private mutating func writeBlock(_ value: JSON, depth: Int, isInLine: Bool) {
    var isInLine = isInLine
    func indentation() -> String {
      defer { isInLine = false }
      return isInLine ? "" : String(repeating: "  ", count: depth)
    }
    switch value {
    case .object(let object) where !object.isEmpty:
      for field in object.fields {
        text += indentation() + key(field.key) + ":"
        if Self.isBlock(field.value) {
          text += "\n"
          writeBlock(field.value, depth: depth + 1, isInLine: false)
        } else {
          text += " " + scalar(field.value) + "\n"
        }
      }
    case .array(let elements) where !elements.isEmpty:
      for element in elements {
        text += indentation() + "- "
        writeBlock(element, depth: depth + 1, isInLine: true)
      }
    default:
      text += indentation() + scalar(value) + "\n"
    }
  }

  private static func isBlock(_ value: JSON) -> Bool {
    switch value {
    case .object(let object): !object.isEmpty
    case .array(let elements): !elements.isEmpty
    default: false
    }
  }

  private func key(_ name: String) -> String {
    Style.cyan.applied(to: string(name), when: isColored)
  }

  private func scalar(_ value: JSON) -> String {
    switch value {
    case .string(let text): string(text)
    case .object: "{}"
    case .array: "[]"
    default: value.text()
    }
  }

  private func string(_ text: String) -> String {
    if Self.isPlain(text) { return text }
    let quoted = Self.printable(JSON.string(text).text())
    return isTerminal ? HostileText.escapedJSON(quoted) : quoted
  }

  /// JSON text with escapes in the place of what YAML forbids even in quotes.
  private static func printable(_ json: String) -> String {
    guard json.utf8.contains(where: { $0 == 0x7F || $0 == 0xC2 || $0 >= 0xE2 }) else { return json }
    var result = ""
    for scalar in json.unicodeScalars {
      switch scalar.value {
      case 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a text means itself without quotes: it begins with a letter and holds nothing of YAML's own.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      text.utf8.last != UInt8(ascii: " "), !reserved.contains(text.lowercased())
    else { return false }
    // A colon before a slash is an address's; any other may be a mapping's.
    return text.replacing("://", with: "").unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic
        || "0123456789 -_./@+()',;=!?%&*".unicodeScalars.contains(scalar)
    }
  }

  /// The words that some parser reads as a truth, a null or a number.
  private static let reserved: Set = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf",
  ]
}
