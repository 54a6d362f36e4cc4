/// One character as it stands on the screen, its combining marks and its colour included.
struct Glyph: Hashable {
  var text: String
  var width: Int
  /// The parameters of its SGR sequence; empty for plain text.
  var style = ""

  /// A character that may be printed as it is, or what stands visibly for one that may not.
  init(_ scalar: Unicode.Scalar, style: String = "") {
    self.style = style
    guard scalar.isHostile else {
      text = String(Character(scalar))
      width = scalar.columns
      return
    }
    if let letter = Unicode.Scalar(scalar.value ^ 0x40), scalar.value < 0x20 || scalar == "\u{7F}" {
      text = "^" + String(Character(letter))
      width = 2
    } else {
      text = "\u{FFFD}"
      width = 1
    }
  }

  static let space = Glyph(" ")
}

extension [Glyph] {
  /// The columns the glyphs take together.
  var width: Int { reduce(0) { $0 + $1.width } }

  /// The glyphs of a text whose SGR sequences become style; newlines are kept as glyphs of `\n`.
  init(styled text: String) {
    self = []
    var style = ""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "\u{1B}", scalars.first == "[",
        let end = scalars.firstIndex(where: { ("@"..."~").contains($0) && $0 != "[" })
      {
        let parameters = String(scalars[scalars.index(after: scalars.startIndex)..<end])
        if scalars[end] == "m" {
          let isReset = parameters.isEmpty || parameters == "0"
          style = isReset ? "" : (style.isEmpty ? parameters : style + ";" + parameters)
        }
        scalars = scalars[scalars.index(after: end)...]
      } else {
        append(scalar, style: style)
      }
    }
  }

  /// Appends a character; a combining mark joins the glyph before it.
  mutating func append(_ scalar: Unicode.Scalar, style: String = "") {
    if scalar == "\n" {
      append(Glyph.lineBreak(style: style))
    } else if scalar.columns == 0, !scalar.isHostile, let last = indices.last,
      !self[last].isLineBreak
    {
      self[last].text.unicodeScalars.append(scalar)
    } else {
      append(Glyph(scalar, style: style))
    }
  }

  /// The glyphs cut to a number of columns, with an ellipsis where something is missing.
  func fitted(to columns: Int) -> [Glyph] {
    guard width > columns else { return self }
    var kept: [Glyph] = []
    var used = 0
    for glyph in self {
      guard used + glyph.width < columns else { break }
      kept.append(glyph)
      used += glyph.width
    }
    if columns > 0 { kept.append(Glyph("…", style: (kept.last ?? first)?.style ?? "")) }
    return kept
  }
}

extension Glyph {
  /// The end of a line inside the text: one blank cell, where the cursor can stand.
  static func lineBreak(style: String) -> Glyph {
    var glyph = Glyph(" ", style: style)
    glyph.text = "\n"
    return glyph
  }

  var isLineBreak: Bool { text == "\n" }
}
