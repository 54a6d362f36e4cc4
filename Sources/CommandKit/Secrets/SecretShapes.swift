/// Finds in a text what looks like a secret by its shape or by the name before it.
///
/// A second net under what commands declare: `password=…`, `--client-secret …`, `"token": "…"`, a bearer
/// token, a JWT, an app's secret, a password in an address. Plain words about keys and passwords are no
/// secrets, nor are variables, files and `-`.
package struct SecretShapes: Sendable {
  private let text: String
  private var atoms: [Atom] = []

  /// A stretch without signs that part words, and what stands before it.
  private struct Atom {
    let range: Range<String.Index>
    let text: Substring
    /// The signs between it and the stretch before.
    let gap: Substring
  }

  private init(_ text: String) {
    self.text = text
    var index = text.startIndex
    while index < text.endIndex {
      let gapStart = index
      while index < text.endIndex, Self.parts(text[index]) { index = text.index(after: index) }
      let start = index
      while index < text.endIndex, !Self.parts(text[index]) { index = text.index(after: index) }
      if start < index {
        atoms.append(
          Atom(range: start..<index, text: text[start..<index], gap: text[gapStart..<start]))
      }
    }
  }

  /// Whether a text seems to hold a secret.
  package static func isIn(_ text: String) -> Bool {
    !SecretShapes(text).ranges.isEmpty
  }

  /// The text with three stars in the place of what seems secret.
  package static func starred(_ text: String) -> String {
    var result = text
    for range in SecretShapes(text).ranges.reversed() {
      result.replaceSubrange(range, with: stars)
    }
    return result
  }

  /// What stands where a secret stood.
  package static let stars = "***"

  private static func parts(_ character: Character) -> Bool {
    character.isWhitespace || "'\"`=:,;{}[]()<>|&\\?".contains(character)
  }

  private var ranges: [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    for index in atoms.indices where isSecret(index) {
      let whole = atoms[index].range.lowerBound..<end(of: index)
      if let last = ranges.last, last.upperBound > whole.lowerBound { continue }
      ranges.append(whole)
    }
    if text.contains("PRIVATE KEY-----") { return [text.startIndex..<text.endIndex] }
    return ranges
  }

  /// Where a secret ends: a quoted one at its closing quote, credentials at the end of their header.
  private func end(of index: Int) -> String.Index {
    let atom = atoms[index]
    let rest = text[atom.range.upperBound...]
    if index > 0, Self.key(atoms[index - 1].text) == Self.authorization {
      return rest.firstIndex { "'\"\n".contains($0) } ?? text.endIndex
    }
    guard let quote = atom.gap.last, "'\"".contains(quote) else { return atom.range.upperBound }
    return rest.firstIndex(of: quote) ?? atom.range.upperBound
  }

  private static let authorization = "authorization"

  /// A name without what only parts its words.
  private static func key(_ name: Substring) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  private func isSecret(_ index: Int) -> Bool {
    let atom = atoms[index]
    if Self.hasSecretShape(atom.text) { return true }
    guard index > 0, Self.isValue(atom.text) else { return false }
    let name = atoms[index - 1].text
    if name.hasPrefix("//"), atom.gap == ":", atom.text.contains("@") { return true }
    let key = Self.key(name)
    if key == "bearer", atom.gap.allSatisfy(\.isWhitespace) { return atom.text.count >= 16 }
    if key == Self.authorization { return atom.gap.contains(":") }
    if name.hasPrefix("-"), Self.namesSecret(key), atom.gap.allSatisfy({ $0 != ":" }) {
      return true
    }
    guard Self.namesSecret(key) || key == "key" && atom.text.count >= 20 else { return false }
    let gap = atom.gap.filter { !$0.isWhitespace && $0 != "\\" }
    switch gap.filter({ $0 != "\"" && $0 != "'" }) {
    case "=": return true
    case ":" where gap.count > 1: return true
    case ":": return atom.text.count >= 6 && atom.text.contains(where: \.isNumber)
    default: return false
    }
  }

  /// Whether a word can be a secret at all: no variable, no file, nothing left out.
  private static func isValue(_ text: Substring) -> Bool {
    guard let first = text.first, !"$@-*%".contains(first) else { return false }
    return !["null", "true", "false"].contains(text)
  }

  private static func namesSecret(_ key: String) -> Bool {
    guard !harmless.contains(where: key.hasSuffix) else { return false }
    return names.contains(where: key.hasSuffix)
  }

  private static let names = [
    "password", "passwd", "passphrase", "pwd", "secret", "secrettext", "token", "apikey",
    "accesskey", "privatekey", "sharedkey", "credential", "credentials",
  ]

  /// What Graph calls tokens and are none.
  private static let harmless = ["skiptoken", "deltatoken", "pagetoken"]

  /// Whether a word is a secret whatever stands before it.
  private static func hasSecretShape(_ text: Substring) -> Bool {
    if text.hasPrefix("eyJ") { return text.count >= 30 || text.contains(".") && text.count >= 20 }
    // An app's secret of Entra ID: three signs, a digit, Q~, and some thirty more.
    guard (36...44).contains(text.utf8.count), let mark = text.firstRange(of: "Q~") else {
      return false
    }
    return text.distance(from: text.startIndex, to: mark.lowerBound) == 4
      && text[text.index(before: mark.lowerBound)].isNumber
  }
}
