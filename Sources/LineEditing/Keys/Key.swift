/// What a person did at the keyboard.
package enum Key: Hashable, Sendable {
  /// A character to insert.
  case character(Unicode.Scalar)
  /// Control and a letter, by its code below 32, or Backspace as 127.
  case control(UInt8)
  /// Alt and a character, or Escape and then the character.
  case meta(Unicode.Scalar)
  case named(NamedKey)
  /// A text pasted in one piece: line ends are newlines, other controls are gone.
  case paste(String)
}

/// The keys that send a sequence instead of a character.
package enum NamedKey: UInt8, Hashable, Sendable, CaseIterable {
  case up, down, left, right, home, end, delete
  case wordLeft, wordRight, deleteWord, backTab, escape
}

extension NamedKey {
  /// The key of a control sequence, from its parameters and final byte; `nil` for all others.
  init?(csi parameters: String, final: Character) {
    let fields = parameters.split(separator: ";", omittingEmptySubsequences: false)
    let number = fields.first.flatMap { Int($0) } ?? 1
    let modifiers = fields.count > 1 ? (Int(fields[1]) ?? 1) - 1 : 0
    let isWordwise = modifiers & 0b110 != 0 || parameters == "5"
    switch (final, number) {
    case ("A", _): self = .up
    case ("B", _): self = .down
    case ("C", _): self = isWordwise ? .wordRight : .right
    case ("D", _): self = isWordwise ? .wordLeft : .left
    case ("H", _), ("~", 1), ("~", 7): self = .home
    case ("F", _), ("~", 4), ("~", 8): self = .end
    case ("~", 3): self = isWordwise ? .deleteWord : .delete
    case ("Z", _): self = .backTab
    default: return nil
    }
  }
}
