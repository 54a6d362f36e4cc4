import Foundation

extension String {
  /// The text with every letter and its accents as one character where there is one (NFC).
  var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }

  /// The text with every accent as a character behind its letter (NFD).
  var decomposed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : decomposedStringWithCanonicalMapping
  }
}
