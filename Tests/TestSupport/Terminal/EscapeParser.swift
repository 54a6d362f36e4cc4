/// Takes a terminal's input stream apart into characters, controls and sequences.
struct EscapeParser {
  enum Action: Hashable {
    case print(Unicode.Scalar)
    case control(UInt8)
    case escape(UInt8)
    case sequence(String, UInt8)
  }

  private enum State {
    case ground, escape, sequence, charset
    /// An operating system command, such as the window's title.
    case command
    case commandEscape
  }

  private var state = State.ground
  private var collected: [UInt8] = []
  private var missing = 0

  mutating func take(_ byte: UInt8) -> Action? {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .charset: state = .ground
    case .sequence:
      guard (0x40...0x7E).contains(byte) else {
        collected.append(byte)
        return nil
      }
      state = .ground
      defer { collected = [] }
      return .sequence(String(decoding: collected, as: UTF8.self), byte)
    case .command:
      if byte == 0x07 { state = .ground }
      if byte == 0x1B { state = .commandEscape }
    case .commandEscape: state = .ground
    }
    return nil
  }

  private mutating func ground(_ byte: UInt8) -> Action? {
    switch byte {
    case 0x1B:
      state = .escape
      return nil
    case 0..<0x20, 0x7F: return .control(byte)
    case 0x20..<0x80: return .print(Unicode.Scalar(byte))
    case 0x80..<0xC0:
      collected.append(byte)
      missing -= 1
    default:
      collected = [byte]
      missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
    }
    guard missing == 0 else { return nil }
    defer { collected = [] }
    return String(decoding: collected, as: UTF8.self).unicodeScalars.first.map(Action.print)
  }

  private mutating func escape(_ byte: UInt8) -> Action? {
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .sequence
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .command
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
    default: return .escape(byte)
    }
    return nil
  }
}
