/// The codes by which keys travel through libedit, which knows characters only.
///
/// Keys without a character of their own take the C1 controls, which no one types: the decoder drops
/// them from the input.
enum KeyCode {
  static let firstNamed: UInt32 = 0x80
  static let paste: UInt32 = 0x90
  static let compose: UInt32 = 0x91
  static let deleteWordBack: UInt32 = 0x92
  static let deleteWordForward: UInt32 = 0x93
  static let lastArgument: UInt32 = 0x94
  static let newline: UInt32 = 0x95
  static let acceptHint: UInt32 = 0x96
  static let acceptHintWord: UInt32 = 0x97

  /// The keys that libedit acts on by itself, with its name for the action.
  static let native: [(key: NamedKey, action: StaticString)] = [
    (.left, "ed-prev-char"), (.right, "ed-next-char"), (.home, "ed-move-to-beg"),
    (.end, "ed-move-to-end"), (.delete, "ed-delete-next-char"), (.wordLeft, "ed-prev-word"),
    (.wordRight, "em-next-word"),
  ]

  /// The control characters that libedit acts on by itself: start, back, end, forward, delete,
  /// transpose.
  private static let nativeControls: Set<UInt32> = [1, 2, 5, 6, 8, 20]

  /// The codes that come back to us.
  static var own: [UInt32] {
    let nativeKeys = Set(native.map { code(of: $0.key) })
    let named = NamedKey.allCases.map(code(of:)).filter { !nativeKeys.contains($0) }
    // Escape stays libedit's, as the start of Alt and a letter.
    let controls = (1..<32).filter { !nativeControls.contains($0) && $0 != 0x1B }
    return controls + named
      + [paste, compose, deleteWordBack, deleteWordForward, lastArgument, newline]
      + [acceptHint, acceptHintWord]
  }

  static func code(of key: NamedKey) -> UInt32 { firstNamed + UInt32(key.rawValue) }

  /// What libedit is to be given for a key; nothing for one that does nothing.
  static func codes(for key: Key) -> [UInt32] {
    switch key {
    case .character(let scalar):
      scalar.properties.canonicalCombiningClass == .notReordered ? [scalar.value] : [compose]
    case .control(let code): [UInt32(code)]
    case .named(let key): [code(of: key)]
    case .paste: [paste]
    case .meta(let scalar):
      switch scalar {
      case "b", "f", "c", "u", "l": [0x1B, scalar.value]
      case "\u{7F}", "\u{08}": [deleteWordBack]
      case "d": [deleteWordForward]
      case ".", "_": [lastArgument]
      case "\r", "\n": [newline]
      default: []
      }
    }
  }
}
