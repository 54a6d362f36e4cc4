/// Makes text from strangers harmless for a terminal, by showing what would act instead of be seen.
///
/// Control characters become their pictures (`␛`, `␇`), the rest their number (`<U+202E>`): C1 controls,
/// and the controls of the bidirectional algorithm, with which a name can pass for another.
/// Nothing is dropped.
package enum HostileText {
  /// Text for a place on one line: line breaks become `↵`, tabs `⇥`.
  package static func visible(_ text: String) -> String {
    rewritten(text, isSuspect: isSuspect) { scalar in
      picture(of: scalar)
    }
  }

  /// Text that may have several lines: line feeds and tabs stay, a CR before a line feed goes with it.
  package static func visibleLines(_ text: String) -> String {
    rewritten(text, isSuspect: isSuspect) { scalar in
      switch scalar {
      case "\n": "\n"
      case "\t": "\t"
      default: picture(of: scalar)
      }
    }
  }

  /// Text for one cell: always one line, and harmless where a terminal shows it.
  static func cell(_ text: String, isTerminal: Bool) -> String {
    guard !isTerminal else { return visible(text) }
    return rewritten(text, isSuspect: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) { scalar in
      switch scalar {
      case "\n", "\t", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
        picture(of: scalar)
      default: nil
      }
    }
  }

  /// JSON text in which all such characters are `\u` escapes, so that it still means the same.
  ///
  /// The writer of documents has escaped ASCII controls already; line feeds here are layout.
  static func escapedJSON(_ text: String) -> String {
    rewritten(text, isSuspect: { $0 >= 0x7F && isSuspect($0) }) { scalar in
      guard scalar.value >= 0x7F, isActing(scalar) else { return nil }
      return "\\u" + hex(scalar, digits: 4)
    }
  }

  /// Copies the text with some scalars replaced; without a suspect byte it is handed back as it is.
  private static func rewritten(
    _ text: String, isSuspect: (UInt8) -> Bool, replacing: (Unicode.Scalar) -> String?
  ) -> String {
    guard text.utf8.contains(where: isSuspect) else { return text }
    var harmless = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if previous == "\r" && scalar == "\n" {
        // CR LF is one line break, and the CR is out already.
        if harmless.last == "␍" { harmless.removeLast() }
      }
      if let replacement = replacing(scalar) {
        harmless.append(contentsOf: replacement.unicodeScalars)
      } else {
        harmless.append(scalar)
      }
    }
    return String(harmless)
  }

  /// Whether a byte of UTF-8 can belong to a character that acts: C0, DEL, or a lead byte of the others.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
  }

  private static func picture(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\n", "\u{85}", "\u{2028}", "\u{2029}": return "↵"
    case "\t": return "⇥"
    case "\u{7F}": return "␡"
    case "\u{00}"..<"\u{20}": return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    default: return isActing(scalar) ? "<U+" + hex(scalar, digits: 4) + ">" : nil
    }
  }

  private static func isActing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x2028, 0x2029: true
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true
    default: false
    }
  }

  private static func hex(_ scalar: Unicode.Scalar, digits: Int) -> String {
    let text = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
