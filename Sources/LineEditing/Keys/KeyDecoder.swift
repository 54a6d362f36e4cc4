/// Makes keys of the bytes a terminal sends.
///
/// A value without a clock: whoever feeds it also tells it that nothing has come for a while, since
/// only time tells the Escape key from the start of a sequence.
package struct KeyDecoder {
  private enum State {
    case ground
    /// Inside a character of several bytes.
    case character([UInt8], missing: Int)
    case escape
    /// Behind `ESC [`, or behind `ESC ESC [`, which some terminals send for Alt.
    case sequence([UInt8], isAlt: Bool)
    /// Behind `ESC O`.
    case shifted
    case paste([UInt8])
  }

  private var state = State.ground
  /// Whether Escape came twice: Alt and the sequence that follows.
  private var isAlt = false

  package init() {}

  /// Whether the bytes so far may be the start of something longer.
  package var isPending: Bool {
    if case .ground = state { return false }
    return true
  }

  /// Whether a pasted text is still coming in.
  var isPasting: Bool {
    if case .paste = state { return true }
    return false
  }

  /// Takes one byte; returns the key it completes, which an unknown sequence does not.
  package mutating func take(_ byte: UInt8) -> Key? {
    switch state {
    case .ground: return begin(byte)
    case .character(let bytes, let missing): return proceed(bytes, missing, byte)
    case .escape: return escape(byte)
    case .sequence(let bytes, let isAlt): return sequence(bytes, isAlt, byte)
    case .shifted:
      state = .ground
      // rxvt's arrows with Ctrl.
      if byte == UInt8(ascii: "c") { return .named(.wordRight) }
      if byte == UInt8(ascii: "d") { return .named(.wordLeft) }
      return NamedKey(csi: "", final: Character(Unicode.Scalar(byte))).map(Key.named)
    case .paste(var bytes):
      // Taking the bytes out of the state first keeps a long paste from being copied at each byte.
      state = .ground
      bytes.append(byte)
      guard byte == UInt8(ascii: "~"), bytes.suffix(Self.pasteEnd.count) == Self.pasteEnd[...]
      else {
        state = .paste(bytes)
        return nil
      }
      return .paste(PastedText.clean(bytes.dropLast(Self.pasteEnd.count)))
    }
  }

  /// Says that nothing has come for a while; returns the key that the bytes so far stand for.
  package mutating func timeOut() -> Key? {
    defer {
      state = .ground
      isAlt = false
    }
    switch state {
    case .ground, .sequence, .shifted: return nil
    case .character: return .character("\u{FFFD}")
    case .escape: return .named(.escape)
    case .paste(let bytes): return .paste(PastedText.clean(bytes[...]))
    }
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func begin(_ byte: UInt8) -> Key? {
    switch byte {
    case 0: return nil
    case 0x1B:
      state = .escape
      return nil
    case 1..<0x20, 0x7F: return .control(byte)
    case 0x20..<0x7F: return .character(Unicode.Scalar(byte))
    case 0xC2..<0xE0: state = .character([byte], missing: 1)
    case 0xE0..<0xF0: state = .character([byte], missing: 2)
    case 0xF0..<0xF5: state = .character([byte], missing: 3)
    default: return .character("\u{FFFD}")
    }
    return nil
  }

  private mutating func proceed(_ bytes: [UInt8], _ missing: Int, _ byte: UInt8) -> Key? {
    guard byte & 0xC0 == 0x80 else {
      // A torn character is dropped; the byte that tore it is a key of its own.
      state = .ground
      return take(byte)
    }
    guard missing == 1 else {
      state = .character(bytes + [byte], missing: missing - 1)
      return nil
    }
    state = .ground
    let scalar = String(decoding: bytes + [byte], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    return (0x80..<0xA0).contains(scalar.value) ? nil : .character(scalar)
  }

  private mutating func escape(_ byte: UInt8) -> Key? {
    let wasAlt = isAlt
    state = .ground
    isAlt = false
    switch byte {
    case UInt8(ascii: "["): state = .sequence([], isAlt: wasAlt)
    case UInt8(ascii: "O"): state = .shifted
    case 0x1B:
      state = .escape
      isAlt = true
    case 0x80...:
      // No Alt goes with such a character: Escape was a key of its own.
      let key = begin(byte)
      return isPending ? .named(.escape) : key
    default: return .meta(Unicode.Scalar(byte))
    }
    return nil
  }

  private mutating func sequence(_ bytes: [UInt8], _ isAlt: Bool, _ byte: UInt8) -> Key? {
    guard (0x40...0x7E).contains(byte), !(bytes.isEmpty && byte == UInt8(ascii: "[")) else {
      if byte == 0x1B {
        // A sequence that a new one cuts off.
        state = .escape
      } else {
        state = bytes.count < 32 ? .sequence(bytes + [byte], isAlt: isAlt) : .ground
      }
      return nil
    }
    state = .ground
    // The Linux console's function keys: ESC [ [ A.
    if bytes == [UInt8(ascii: "[")] { return nil }
    let parameters = String(decoding: bytes, as: UTF8.self)
    if parameters == "200", byte == UInt8(ascii: "~") {
      state = .paste([])
      return nil
    }
    let key = NamedKey(csi: parameters, final: Character(Unicode.Scalar(byte)))
    return switch key {
    case .left where isAlt: .named(.wordLeft)
    case .right where isAlt: .named(.wordRight)
    default: key.map(Key.named)
    }
  }
}
