import Foundation

/// The unique name of an access token, which also knows the millisecond of its making.
///
/// `iat` counts whole seconds: too coarse to tell a token made just before a revocation from one made
/// just after.
enum TokenIdentifier {
  static func make(at time: Instant) -> String {
    let stamp = Data((0..<8).reversed().map { UInt8(time.milliseconds >> ($0 * 8) & 0xff) })
    let rest = Data((0..<8).map { _ in UInt8.random(in: 0...255) })
    return (stamp + rest).base64URLText
  }

  /// When the token of this name was made; nil for a name of another kind.
  static func time(of name: String) -> Instant? {
    guard let data = Data(base64URLText: name[...]), data.count == 16 else { return nil }
    return Instant(milliseconds: data.prefix(8).reduce(0) { $0 << 8 | Int($1) })
  }
}
