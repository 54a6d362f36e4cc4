/// Names for files, made of names that people and strangers gave.
enum ExportFileName {
  /// Leaves room for an ending and a mark in what file systems take, in bytes.
  private static let longest = 150

  /// Names of devices, which Windows takes for them whatever the ending.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// A name that every file system takes, that stays in its folder and reads like the one given.
  static func safe(_ name: String) -> String {
    var safe = ""
    var space = false
    for character in name {
      if character.isWhitespace {
        space = !safe.isEmpty
        continue
      }
      let kept = character.unicodeScalars.allSatisfy(isOrdinary) ? character : "_"
      if safe.utf8.count + kept.utf8.count + (space ? 1 : 0) > longest { break }
      if space { safe += " " }
      space = false
      safe.append(kept)
    }
    while let last = safe.last, last == "." || last == " " { safe.removeLast() }
    // A hidden file is easily overlooked, and `..` is no file.
    if safe.first == "." { safe = "_" + safe.dropFirst() }
    let stem = safe.prefix { $0 != "." }.lowercased()
    if devices.contains(stem) { safe = "_" + safe }
    return safe.isEmpty ? "_" : safe
  }

  /// A mark that tells two things of one name apart, the same in every run.
  static func mark(_ id: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in id.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// By what names are told apart where capitals do not count.
  static func key(_ name: String) -> String { name.lowercased() }

  private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
    if "/\\:*?\"<>|".unicodeScalars.contains(scalar) { return false }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    // The controls of the bidirectional algorithm; joiners belong to emoji and to scripts.
    case .format: return scalar == "\u{200D}" || scalar == "\u{200C}"
    default: return true
    }
  }
}
