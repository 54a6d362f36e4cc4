/// Says what the parts of a half-typed line are, so that they can be told apart by colour.
package protocol Highlighter: Sendable {
  /// Finds the parts that stand out.
  ///
  /// Asked on the editor's own thread, between a key and its echo: it answers from memory, at once.
  ///
  /// - Parameters:
  ///   - line: The whole statement as typed so far.
  ///   - cursor: The cursor, counted in Unicode scalars.
  /// - Returns: The parts, in the line's order and without overlaps.
  func highlights(in line: String, cursor: Int) -> [Highlight]
}

/// A part of a line, and what it is.
package struct Highlight: Sendable, Hashable {
  /// What a part of a line can be.
  package enum Kind: Sendable, Hashable, CaseIterable {
    case command, unknownCommand, quote, openQuote, variable, comment
  }

  /// The part, in Unicode scalars.
  package var range: Range<Int>
  /// What it is.
  package var kind: Kind

  /// Makes a part of what it is.
  package init(_ range: Range<Int>, _ kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

extension Highlight.Kind {
  /// The parameters of the SGR sequence that shows it.
  var style: String {
    switch self {
    case .command: "32"
    case .unknownCommand: "31"
    case .quote: "33"
    case .openQuote: "1;33"
    case .variable: "36"
    case .comment: "2"
    }
  }
}
