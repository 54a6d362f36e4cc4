import Foundation

/// How names are compared: without case, accents, width or doubled spaces.
///
///     NameFolding.fold("ÖSTERREICH")   // "osterreich"
///     NameFolding.fold("Straße")       // "strasse"
///
/// Names are folded when they are stored, and what is typed is folded once, so that a search compares
/// only bytes. Folded text is decomposed, which lets a typed か find が and a half-typed 한 find 한국.
package enum NameFolding {
  /// The name as it is compared.
  package static func fold(_ name: String) -> String {
    let bytes = name.utf8
    if bytes.allSatisfy({ $0 < 0x80 }) { return foldASCII(bytes) }
    var folded = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in name.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
      if isMark(scalar) { continue }
      if isSpace(scalar) {
        pendingSpace = !folded.isEmpty
        continue
      }
      if pendingSpace { folded.append(" ") }
      pendingSpace = false
      if let letters = Self.letters[scalar] {
        folded.append(contentsOf: letters.unicodeScalars)
      } else {
        folded.append(scalar)
      }
    }
    return String(folded)
  }

  private static func foldASCII(_ bytes: String.UTF8View) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var pendingSpace = false
    for byte in bytes {
      if byte <= 0x20 || byte == 0x7F {
        pendingSpace = !folded.isEmpty
        continue
      }
      if pendingSpace { folded.append(0x20) }
      pendingSpace = false
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      folded.append(isUpper ? byte + 0x20 : byte)
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Accents of the scripts whose readers leave them out.
  ///
  /// The signs of the Indic scripts and Thai are vowels rather than accents, and stay.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0300...0x036F, 0x0483...0x0487, 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2,
      0x05C4...0x05C5, 0x05C7, 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670,
      0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
      0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF:
      true
    default:
      false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value)
      || scalar.properties.isWhitespace
  }

  /// Letters that Unicode does not take apart, but that people type as others.
  private static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t",
    "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n", "ς": "σ",
  ]
}
