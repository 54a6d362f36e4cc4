package import Output

/// Runs one command from its words: the door between the language and the commands.
package protocol CommandExecutor: Sendable {
  /// Finds the command that the words name, and runs it to its end.
  ///
  /// - Parameters:
  ///   - words: The command and its arguments; never empty.
  ///   - io: Where its output goes and its input comes from.
  /// - Throws: Whatever the command failed with, ``ExitRequest``, or ``SilentFailure``.
  func execute(_ words: [Word], io: CommandIO) async throws

  /// Looks whether words could be a command of a script, and runs nothing.
  ///
  /// - Throws: ``CommandError`` for what would fail for sure.
  func check(_ words: [CheckedWord]) throws
}

/// A word of a command that does not run: as far as it is known without its values.
package enum CheckedWord: Sendable, Hashable {
  case known(Word)
  /// One word, whatever it will be.
  case value
  /// Any number of words.
  case several
}

/// What a command writes to and reads from.
package struct CommandIO: Sendable {
  /// Where the result goes; messages and questions do not go here.
  package var output: any Sink

  /// What an argument that is a bare `-` stands for.
  package var input: CommandInput

  /// The format asked for by where the command stands (`ids` inside `$(…)`); an option outranks it.
  package var format: OutputFormat?

  /// Whether a person is there to answer a question: a terminal, and no script.
  package var isInteractive: Bool

  /// Who sees the rows of a reply before they are shown.
  package var observer: (any RowObserver)?

  /// Where remarks beside the output go; `nil` for where failures go too.
  package var remarks: (any Sink)?

  /// The options that hold where the command itself was given none.
  package var defaults: CallDefaults?

  package init(
    output: any Sink, input: CommandInput = .none, format: OutputFormat? = nil,
    isInteractive: Bool = false
  ) {
    self.output = output
    self.input = input
    self.format = format
    self.isInteractive = isInteractive
  }
}

/// Options of a command that runs another one, for that one.
package struct CallDefaults: Sendable {
  package let output: OutputOptions
  package let identity: IdentityKind?
}

/// Sees the rows of a reply before they are shown, and may mark cells of them.
package protocol RowObserver: Sendable {
  /// Takes some rows of a reply.
  ///
  /// - Parameters:
  ///   - rows: The rows, as they would be shown.
  ///   - titles: The columns' titles; none where whole objects are shown.
  ///   - isSingle: Whether one object was asked for.
  /// - Returns: The rows to show.
  func see(_ rows: [Row], titles: [String], isSingle: Bool) -> [Row]
}

/// The bytes that a command may ask for as its standard input.
///
/// They are read when asked for: most commands never do.
package struct CommandInput: Sendable {
  private let read: @Sendable () async throws -> [UInt8]

  /// Makes an input from what reads it whole.
  package init(reading read: @escaping @Sendable () async throws -> [UInt8]) {
    self.read = read
  }

  /// An input that is at its end.
  package static let none = CommandInput { [] }

  /// An input made of the given bytes.
  package static func bytes(_ bytes: [UInt8]) -> CommandInput { CommandInput { bytes } }

  /// Reads everything up to the end.
  package func bytes() async throws -> [UInt8] { try await read() }
}
