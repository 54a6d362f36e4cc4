/// The codes by which keys travel through libedit, which knows characters only.
///
/// Keys without a character of their own take the C1 controls, which no one types: the decoder drops
/// them from the input.
enum KeyCode {
  static let firstNamed: UInt32 = 0x80
  static let paste: UInt32 = 0x90
  static let compose: UInt32 = 0x91
  static let deleteWordBack: UInt32 = 0x92
  static let newline: UInt32 = 0x93
  static let tellMode: UInt32 = 0x94
  static let leaveInsertMode: UInt32 = 0x95

  static func code(of key: NamedKey) -> UInt32 { firstNamed + UInt32(key.rawValue) }

  /// What libedit is to be given for a key; nothing for one that does nothing.
  ///
  /// Alt and a letter is Escape and that letter. In vi's modes Escape alone is a key with a meaning, and
  /// what follows is a key of its own: ``Key/parts`` takes them apart before.
  static func codes(for key: Key) -> [UInt32] {
    switch key {
    case .character(let scalar):
      scalar.properties.canonicalCombiningClass == .notReordered ? [scalar.value] : [compose]
    case .control(let code): [UInt32(code)]
    case .named(let key): [code(of: key)]
    case .paste: [paste]
    case .meta("\u{7F}"), .meta("\u{08}"): [deleteWordBack]
    case .meta("\r"), .meta("\n"): [newline]
    case .meta(let scalar):
      [0x1B, scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? 0]
    }
  }
}

extension Key {
  /// Escape and the key behind it, for somebody to whom Escape means something; `nil` for other keys.
  var parts: (first: Key, second: Key)? {
    switch self {
    case .meta("\r"): (.named(.escape), .control(0x0D))
    case .meta("\n"): (.named(.escape), .control(0x0A))
    case .meta(let scalar) where scalar.value >= 0x20 && scalar != "\u{7F}":
      (.named(.escape), .character(scalar))
    default: nil
    }
  }
}
