import CommandKit

/// Joins the pieces of one word, and keeps the mark that tells values from options and signs.
struct WordBuilder {
  private(set) var text = ""
  private var isLiteral: Bool?
  private var nameLength: Int?
  private var hasLiteralValue: Bool?

  /// Adds a stretch of text; bare is what was neither quoted nor escaped nor expanded.
  mutating func append(_ piece: String, isBare: Bool) {
    if isLiteral == nil { isLiteral = !isBare }
    if nameLength != nil, hasLiteralValue == nil { hasLiteralValue = !isBare }
    if isBare, isLiteral == false, nameLength == nil,
      let equals = piece.utf8.firstIndex(of: UInt8(ascii: "="))
    {
      nameLength = text.utf8.count + piece.utf8.distance(from: piece.startIndex, to: equals)
      if piece.utf8.index(after: equals) < piece.endIndex { hasLiteralValue = false }
    }
    text += piece
  }

  var word: Word {
    isLiteral == true
      ? Word(text, isLiteral: true)
      : Word(text, nameLength: nameLength, hasLiteralValue: hasLiteralValue ?? false)
  }
}
