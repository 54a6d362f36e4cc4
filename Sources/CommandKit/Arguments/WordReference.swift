package import ArgumentParser

/// Something of the tenant as someone names it, in one word.
package protocol WordReference: ExpressibleByArgument, Sendable {
  /// The word as it was typed.
  var word: Word { get }

  init(_ word: Word)
}

extension WordReference {
  package init?(argument: String) {
    guard let word = Word(argument: argument) else { return nil }
    self.init(word)
  }
}
