/// A text that has been understood: what the interpreter runs.
package struct Script: Sendable, Hashable {
  package let source: SourceText
  package let body: Block
}

/// Chains that run one after the other, until one fails.
package typealias Block = [Chain]

/// Statements joined by `&&` and `||`, which have equal rank and run from left to right.
package struct Chain: Sendable, Hashable {
  package let first: Statement
  package let links: [Link]
  /// Whether a `&` behind it makes it a job.
  package var isJob = false

  /// Its place in the source text, without the `&`.
  package var range: Range<Int> {
    first.range.lowerBound..<(links.last?.statement ?? first).range.upperBound
  }

  /// A statement, and what the one before it must have come to for it to run.
  package struct Link: Sendable, Hashable {
    package let connector: Connector
    package let statement: Statement
  }

  /// `&&` or `||`.
  package enum Connector: Sendable, Hashable {
    case and, or
  }
}

/// The smallest thing that runs and has a status.
package struct Statement: Sendable, Hashable {
  package let kind: Kind
  /// Its place in the source text.
  package let range: Range<Int>

  /// What the statement does.
  package indirect enum Kind: Sendable, Hashable {
    case command(CommandSyntax)
    case assignment(name: String, value: WordSyntax)
    /// `!program`.
    case program(ProgramText)
    case loop(name: String, words: [WordSyntax], body: Block)
    case branch(condition: Chain, then: Block, otherwise: Block)
  }
}

/// A command with where its input comes from and its output goes.
package struct CommandSyntax: Sendable, Hashable {
  package var words: [WordSyntax] = []
  package var input: Redirection?
  /// The lines below that are its input, as one word.
  package var hereDocument: WordSyntax?
  package var output: Redirection?
  package var pipe: ProgramText?
}

/// A file that stands in for the standard input or output.
package struct Redirection: Sendable, Hashable {
  package let mode: Mode
  package let file: WordSyntax
  package let range: Range<Int>

  /// Which way the bytes go.
  package enum Mode: String, Sendable, Hashable {
    case write = ">"
    /// Replaces a file that is there, whatever the settings say.
    case force = ">|"
    case append = ">>"
    case read = "<"
  }
}
