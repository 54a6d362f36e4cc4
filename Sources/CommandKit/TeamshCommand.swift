package import ArgumentParser
package import Documents

/// One command: a type in a file of its own, whose facts are data that help, completion, documentation
/// and tests read.
///
/// A command parses its own arguments and nothing else: the options that all commands share
/// (`-o`, `--limit`, `--dry-run`, `--yes` …) are added around it by its ``effect``. It answers with rows
/// or a sentence and never prints.
package protocol TeamshCommand: ParsableCommand, Sendable {
  /// What a row of its reply is; ``Note`` for commands that answer with a sentence only.
  associatedtype Row: Listed

  /// What it does to the tenant.
  static var effect: Effect { get }

  /// The least permissions of its own requests.
  static var permissions: Permissions { get }

  /// The columns of its table, in order.
  static var columns: [Column<Row>] { get }

  /// Its positional arguments, in the order of its properties; those left out are the parser's alone.
  static var operands: [Operand<Self>] { get }

  /// Lines that work against the demo's tenant; at least one.
  static var examples: [Example] { get }

  /// The command made of its words as they are, without the parser; `nil` where options must be looked for.
  static func plain(_ words: [Word]) -> Self?

  /// Does the work.
  func run(in session: Session) async throws -> Reply<Row>
}

extension TeamshCommand {
  package static var permissions: Permissions { .none }
  package static var columns: [Column<Row>] { [] }
  package static var operands: [Operand<Self>] { [] }
  package static func plain(_ words: [Word]) -> Self? { nil }

  /// Whether it takes words beside its options.
  package static var takesWords: Bool { !operands.isEmpty }

  /// The titles of its columns.
  package static var columnTitles: [String] { columns.map { $0.title } }

  /// The word that names it, after its noun where it has one.
  package static var verb: String { configuration.commandName ?? "" }
}

/// Something that a list can show: a document, and the one word that points back at it.
package protocol Listed: Sendable {
  /// What `-o json` prints.
  var document: JSON { get }

  /// What `-o ids` prints and `%3` stands for: a word that commands take as a target.
  var reference: String { get }
}

/// A row of this shell's own making, for commands that list what is not in the tenant.
package struct Note: Listed {
  package let document: JSON
  package let reference: String

  package init(_ document: JSON, reference: String = "") {
    self.document = document
    self.reference = reference
  }
}
