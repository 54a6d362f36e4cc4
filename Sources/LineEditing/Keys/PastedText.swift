/// What of a pasted text enters the line.
enum PastedText {
  /// The text without control characters, its line ends as newlines, its accents composed.
  ///
  /// A last newline is dropped: it would stand for an Enter that nobody pressed.
  static func clean(_ bytes: some Sequence<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n": if !wasReturn { scalars.append("\n") }
      case "\t": scalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control: break
      default: scalars.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    while scalars.last == "\n" { scalars.removeLast() }
    return String(scalars).composed
  }
}
