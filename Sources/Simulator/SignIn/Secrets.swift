import Crypto
import Foundation

/// Texts that nobody can guess.
enum Secrets {
  static func text(length: Int) -> String {
    draw(length, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
  }

  /// A short code that people can type: no letters that look like digits.
  static func userCode() -> String {
    draw(9, from: "ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
  }

  /// What an app may know of a browser's session: enough to see that it changed.
  static func sessionState(of token: String) -> String {
    Data(SHA256.hash(data: Data(token.utf8))).base64URLText
  }

  private static func draw(_ length: Int, from letters: String) -> String {
    let alphabet = Array(letters)
    return String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] })
  }
}
